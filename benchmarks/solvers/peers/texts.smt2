; Functions on lists of strings.

(define-fun-rec join ((x (Seq String)) (s String)) String
  (ite (= (seq.len x) 0) ""
    (str.++ (seq.nth x 0) (ite (= (seq.len x) 1) "" s) (join (drop-String x 1) s))))

(define-fun-rec split ((t String) (s String)) (Seq String)
  (ite (or (= s "") (not (str.contains t s))) (seq.unit t)
    (seq.++ (seq.unit (str.substr t 0 (str.indexof t s 0)))
      (split (str.substr t (+ (str.indexof t s 0) (str.len s)) (str.len t)) s))))
