; Functions on lists that SMT-LIB does not have. ITEM stands for the sort of an item, $ ends the name for that sort.

(define-fun take$ ((x (Seq ITEM)) (n Int)) (Seq ITEM) (seq.extract x 0 n))
(define-fun drop$ ((x (Seq ITEM)) (n Int)) (Seq ITEM) (seq.extract x n (seq.len x)))
(define-fun set$ ((x (Seq ITEM)) (n Int) (e ITEM)) (Seq ITEM) (seq.update x n (seq.unit e)))
(define-fun member$ ((x (Seq ITEM)) (e ITEM)) Bool (seq.contains x (seq.unit e)))
(define-fun position$ ((x (Seq ITEM)) (e ITEM)) Int (seq.indexof x (seq.unit e) 0))

(define-fun-rec count$ ((x (Seq ITEM)) (e ITEM)) Int
  (ite (= (seq.len x) 0) 0
    (+ (ite (= (seq.nth x 0) e) 1 0) (count$ (drop$ x 1) e))))

(define-fun-rec without$ ((x (Seq ITEM)) (e ITEM)) (Seq ITEM)
  (ite (= (seq.len x) 0) x
    (seq.++ (ite (= (seq.nth x 0) e) (as seq.empty (Seq ITEM)) (take$ x 1)) (without$ (drop$ x 1) e))))

(define-fun-rec unique$ ((x (Seq ITEM))) (Seq ITEM)
  (ite (= (seq.len x) 0) x
    (seq.++ (take$ x 1) (without$ (unique$ (drop$ x 1)) (seq.nth x 0)))))

(define-fun-rec repeat$ ((e ITEM) (n Int)) (Seq ITEM)
  (ite (<= n 0) (as seq.empty (Seq ITEM))
    (seq.++ (seq.unit e) (repeat$ e (- n 1)))))
