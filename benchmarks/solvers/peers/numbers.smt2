; Functions on lists of integers.

(define-fun-rec sum ((x (Seq Int))) Int
  (ite (= (seq.len x) 0) 0
    (+ (seq.nth x 0) (sum (drop x 1)))))

(define-fun-rec largest ((x (Seq Int))) Int
  (ite (= (seq.len x) 0) 0
    (ite (or (= (seq.len x) 1) (>= (seq.nth x 0) (largest (drop x 1)))) (seq.nth x 0) (largest (drop x 1)))))

(define-fun-rec smallest ((x (Seq Int))) Int
  (ite (= (seq.len x) 0) 0
    (ite (or (= (seq.len x) 1) (<= (seq.nth x 0) (smallest (drop x 1)))) (seq.nth x 0) (smallest (drop x 1)))))

(define-fun-rec add ((x (Seq Int)) (n Int)) (Seq Int)
  (ite (= (seq.len x) 0) x
    (seq.++ (seq.unit (+ (seq.nth x 0) n)) (add (drop x 1) n))))

(define-fun-rec multiply ((x (Seq Int)) (n Int)) (Seq Int)
  (ite (= (seq.len x) 0) x
    (seq.++ (seq.unit (* (seq.nth x 0) n)) (multiply (drop x 1) n))))

(define-fun-rec above ((x (Seq Int)) (n Int)) (Seq Int)
  (ite (= (seq.len x) 0) x
    (seq.++ (ite (> (seq.nth x 0) n) (take x 1) (as seq.empty (Seq Int))) (above (drop x 1) n))))

(define-fun-rec below ((x (Seq Int)) (n Int)) (Seq Int)
  (ite (= (seq.len x) 0) x
    (seq.++ (ite (< (seq.nth x 0) n) (take x 1) (as seq.empty (Seq Int))) (below (drop x 1) n))))

(define-fun-rec multiples ((x (Seq Int)) (n Int)) (Seq Int)
  (ite (or (= n 0) (= (seq.len x) 0)) (as seq.empty (Seq Int))
    (seq.++ (ite (= (mod (seq.nth x 0) n) 0) (take x 1) (as seq.empty (Seq Int))) (multiples (drop x 1) n))))

(define-fun-rec sums ((x (Seq Int)) (y (Seq Int))) (Seq Int)
  (ite (or (= (seq.len x) 0) (= (seq.len y) 0)) (as seq.empty (Seq Int))
    (seq.++ (seq.unit (+ (seq.nth x 0) (seq.nth y 0))) (sums (drop x 1) (drop y 1)))))

(define-fun-rec differences ((x (Seq Int)) (y (Seq Int))) (Seq Int)
  (ite (or (= (seq.len x) 0) (= (seq.len y) 0)) (as seq.empty (Seq Int))
    (seq.++ (seq.unit (- (seq.nth x 0) (seq.nth y 0))) (differences (drop x 1) (drop y 1)))))

(define-fun-rec insert ((e Int) (x (Seq Int))) (Seq Int)
  (ite (or (= (seq.len x) 0) (<= e (seq.nth x 0))) (seq.++ (seq.unit e) x)
    (seq.++ (take x 1) (insert e (drop x 1)))))

(define-fun-rec sort ((x (Seq Int))) (Seq Int)
  (ite (= (seq.len x) 0) x
    (insert (seq.nth x 0) (sort (drop x 1)))))

(define-fun-rec range ((n Int)) (Seq Int)
  (ite (<= n 0) (as seq.empty (Seq Int))
    (seq.++ (range (- n 1)) (seq.unit (- n 1)))))
