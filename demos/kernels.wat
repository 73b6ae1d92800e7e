;; The loops of a network for WebAssembly with 128-bit vectors; io.github.seeingdigits.demos.SimdOps calls them, and the build
;; assembles them to assets/kernels.HASH.wasm.
;;
;; A matrix is rows of 32-bit floats one after the other. Each row is filled up with zeros to whole blocks of 16 numbers (64
;; bytes), and every function leaves those zeros as they are; so no loop over columns has a remainder, and a function that treats
;; all elements alike may run over whole matrices. Parameters are addresses and sizes in bytes unless a comment says "numbers".
;; What a function computes and by which formula is said in io.github.seeingdigits.network.Ops.

;; 32 MB, none of which is touched before it is used. It never grows: that would cut the page's arrays off from it.
(memory (export "memory") 512 512)

;; A 1 at address 16, which SimdOps multiplies gradients by to sum them.
(data (i32.const 16) "\00\00\80\3f")

;; Where $list writes. SimdOps hands out memory from 65536 on, so there is room for 8000 numbers.
(global $LIST i32 (i32.const 64))

;; Lists which of the `count` numbers at x are not zero, as pairs of the address of a row (number k: w + k·size) and the
;; number times `scale`. Returns the list's end. After it follow three pairs of the first row and 0, so that the list may be
;; read four pairs at a time. Most pixels are paper: four zeros are skipped at once.
(func $list (param $x i32) (param $count i32) (param $w i32) (param $size i32) (param $scale f32) (result i32)
  (local $to i32) (local $end i32) (local $stop i32) (local $first i32) (local $value f32)
  (local.set $to (global.get $LIST))
  (local.set $first (local.get $w))
  (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
  (loop $next
    (if (i32.lt_u (local.get $x) (local.get $end)) (then
      (if (v128.any_true (v128.load (local.get $x)))
        (then
          (local.set $stop (i32.add (local.get $x) (i32.const 16)))
          (local.set $stop
            (select (local.get $end) (local.get $stop) (i32.gt_u (local.get $stop) (local.get $end))))
          (loop $each
            ;; Always written, but kept only if not zero: a branch here would be guessed wrong half of the time.
            (local.set $value (f32.load (local.get $x)))
            (i32.store (local.get $to) (local.get $w))
            (f32.store offset=4 (local.get $to) (f32.mul (local.get $value) (local.get $scale)))
            (local.set $to
              (i32.add (local.get $to) (i32.shl (f32.ne (local.get $value) (f32.const 0)) (i32.const 3))))
            (local.set $w (i32.add (local.get $w) (local.get $size)))
            (local.set $x (i32.add (local.get $x) (i32.const 4)))
            (br_if $each (i32.lt_u (local.get $x) (local.get $stop)))))
        (else
          (local.set $w (i32.add (local.get $w) (i32.shl (local.get $size) (i32.const 2))))
          (local.set $x (i32.add (local.get $x) (i32.const 16)))))
      (br $next))))
  (i64.store (local.get $to) (i64.extend_i32_u (local.get $first)))
  (i64.store offset=8 (local.get $to) (i64.extend_i32_u (local.get $first)))
  (i64.store offset=16 (local.get $to) (i64.extend_i32_u (local.get $first)))
  (local.get $to))

;; y = b + x·W for n rows: `count` numbers in each row of x, `size` bytes in each row of W and y. The rows of b are `bs`
;; bytes apart: 0 where all share one.
(func (export "affine")
  (param $x i32) (param $xs i32) (param $count i32) (param $w i32) (param $b i32) (param $bs i32) (param $y i32)
  (param $n i32) (param $size i32)
  (local $end i32) (local $at i32) (local $column i32)
  (local $p i32) (local $q i32) (local $r i32) (local $s i32)
  (local $k v128) (local $l v128) (local $m v128) (local $o v128)
  (local $y0 v128) (local $y1 v128) (local $y2 v128) (local $y3 v128)
  (loop $row
    (local.set $end
      (call $list (local.get $x) (local.get $count) (local.get $w) (local.get $size) (f32.const 1)))
    (local.set $column (i32.const 0))
    (loop $columns
      (local.set $p (i32.add (local.get $b) (local.get $column)))
      (local.set $y0 (v128.load (local.get $p)))
      (local.set $y1 (v128.load offset=16 (local.get $p)))
      (local.set $y2 (v128.load offset=32 (local.get $p)))
      (local.set $y3 (v128.load offset=48 (local.get $p)))
      (local.set $at (global.get $LIST))
      (if (i32.lt_u (local.get $at) (local.get $end)) (then
        (loop $add
          (local.set $p (i32.add (i32.load (local.get $at)) (local.get $column)))
          (local.set $q (i32.add (i32.load offset=8 (local.get $at)) (local.get $column)))
          (local.set $r (i32.add (i32.load offset=16 (local.get $at)) (local.get $column)))
          (local.set $s (i32.add (i32.load offset=24 (local.get $at)) (local.get $column)))
          (local.set $k (v128.load32_splat offset=4 (local.get $at)))
          (local.set $l (v128.load32_splat offset=12 (local.get $at)))
          (local.set $m (v128.load32_splat offset=20 (local.get $at)))
          (local.set $o (v128.load32_splat offset=28 (local.get $at)))
          (local.set $y0 (f32x4.add (local.get $y0) (f32x4.add
            (f32x4.add
              (f32x4.mul (local.get $k) (v128.load (local.get $p)))
              (f32x4.mul (local.get $l) (v128.load (local.get $q))))
            (f32x4.add
              (f32x4.mul (local.get $m) (v128.load (local.get $r)))
              (f32x4.mul (local.get $o) (v128.load (local.get $s)))))))
          (local.set $y1 (f32x4.add (local.get $y1) (f32x4.add
            (f32x4.add
              (f32x4.mul (local.get $k) (v128.load offset=16 (local.get $p)))
              (f32x4.mul (local.get $l) (v128.load offset=16 (local.get $q))))
            (f32x4.add
              (f32x4.mul (local.get $m) (v128.load offset=16 (local.get $r)))
              (f32x4.mul (local.get $o) (v128.load offset=16 (local.get $s)))))))
          (local.set $y2 (f32x4.add (local.get $y2) (f32x4.add
            (f32x4.add
              (f32x4.mul (local.get $k) (v128.load offset=32 (local.get $p)))
              (f32x4.mul (local.get $l) (v128.load offset=32 (local.get $q))))
            (f32x4.add
              (f32x4.mul (local.get $m) (v128.load offset=32 (local.get $r)))
              (f32x4.mul (local.get $o) (v128.load offset=32 (local.get $s)))))))
          (local.set $y3 (f32x4.add (local.get $y3) (f32x4.add
            (f32x4.add
              (f32x4.mul (local.get $k) (v128.load offset=48 (local.get $p)))
              (f32x4.mul (local.get $l) (v128.load offset=48 (local.get $q))))
            (f32x4.add
              (f32x4.mul (local.get $m) (v128.load offset=48 (local.get $r)))
              (f32x4.mul (local.get $o) (v128.load offset=48 (local.get $s)))))))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $add (i32.lt_u (local.get $at) (local.get $end))))))
      (local.set $p (i32.add (local.get $y) (local.get $column)))
      (v128.store (local.get $p) (local.get $y0))
      (v128.store offset=16 (local.get $p) (local.get $y1))
      (v128.store offset=32 (local.get $p) (local.get $y2))
      (v128.store offset=48 (local.get $p) (local.get $y3))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (br_if $columns (i32.lt_u (local.get $column) (local.get $size))))
    (local.set $x (i32.add (local.get $x) (local.get $xs)))
    (local.set $b (i32.add (local.get $b) (local.get $bs)))
    (local.set $y (i32.add (local.get $y) (local.get $size)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br_if $row (local.get $n))))

;; W += scale·xᵀ·y for n rows, shapes as in "affine".
(func (export "outer")
  (param $x i32) (param $xs i32) (param $count i32) (param $w i32) (param $y i32) (param $n i32) (param $size i32)
  (param $scale f32)
  (local $end i32) (local $at i32) (local $column i32) (local $p i32) (local $k v128)
  (local $y0 v128) (local $y1 v128) (local $y2 v128) (local $y3 v128)
  (loop $row
    (local.set $end
      (call $list (local.get $x) (local.get $count) (local.get $w) (local.get $size) (local.get $scale)))
    (local.set $column (i32.const 0))
    (loop $columns
      (local.set $p (i32.add (local.get $y) (local.get $column)))
      (local.set $y0 (v128.load (local.get $p)))
      (local.set $y1 (v128.load offset=16 (local.get $p)))
      (local.set $y2 (v128.load offset=32 (local.get $p)))
      (local.set $y3 (v128.load offset=48 (local.get $p)))
      (local.set $at (global.get $LIST))
      (if (i32.lt_u (local.get $at) (local.get $end)) (then
        (loop $add
          (local.set $p (i32.add (i32.load (local.get $at)) (local.get $column)))
          (local.set $k (v128.load32_splat offset=4 (local.get $at)))
          (v128.store (local.get $p)
            (f32x4.add (v128.load (local.get $p)) (f32x4.mul (local.get $k) (local.get $y0))))
          (v128.store offset=16 (local.get $p)
            (f32x4.add (v128.load offset=16 (local.get $p)) (f32x4.mul (local.get $k) (local.get $y1))))
          (v128.store offset=32 (local.get $p)
            (f32x4.add (v128.load offset=32 (local.get $p)) (f32x4.mul (local.get $k) (local.get $y2))))
          (v128.store offset=48 (local.get $p)
            (f32x4.add (v128.load offset=48 (local.get $p)) (f32x4.mul (local.get $k) (local.get $y3))))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $add (i32.lt_u (local.get $at) (local.get $end))))))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (br_if $columns (i32.lt_u (local.get $column) (local.get $size))))
    (local.set $x (i32.add (local.get $x) (local.get $xs)))
    (local.set $y (i32.add (local.get $y) (local.get $size)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br_if $row (local.get $n))))

(func $across (param $v v128) (result f32)
  (local.set $v (f32x4.add (local.get $v)
    (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $v) (local.get $v))))
  (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v))))

;; x_k = Σⱼ y_j·w_kj for n rows of x and y and the first `count` rows of W. With `difference` 1 it is the gradient of squared
;; distances instead, and z has the points: x_k = x_k − 2·Σⱼ y_j·(w_kj − z_k). Rows of x and z are xs bytes apart.
(func (export "dots")
  (param $y i32) (param $w i32) (param $x i32) (param $xs i32) (param $count i32) (param $n i32) (param $size i32)
  (param $z i32) (param $difference i32)
  (local $zero v128) (local $k i32) (local $p i32) (local $q i32) (local $end i32) (local $point v128)
  (local $s v128) (local $t v128) (local $sum f32)
  (loop $row
    (local.set $k (i32.const 0))
    (local.set $q (local.get $w))
    (loop $each
      (local.set $p (local.get $y))
      (local.set $end (i32.add (local.get $y) (local.get $size)))
      (local.set $s (local.get $zero))
      (local.set $t (local.get $zero))
      (if (local.get $difference)
        (then (local.set $point (v128.load32_splat (i32.add (local.get $z) (local.get $k))))))
      (loop $add
        (local.set $s (f32x4.add (local.get $s) (f32x4.add
          (f32x4.mul (v128.load (local.get $p)) (f32x4.sub (v128.load (local.get $q)) (local.get $point)))
          (f32x4.mul (v128.load offset=16 (local.get $p))
            (f32x4.sub (v128.load offset=16 (local.get $q)) (local.get $point))))))
        (local.set $t (f32x4.add (local.get $t) (f32x4.add
          (f32x4.mul (v128.load offset=32 (local.get $p))
            (f32x4.sub (v128.load offset=32 (local.get $q)) (local.get $point)))
          (f32x4.mul (v128.load offset=48 (local.get $p))
            (f32x4.sub (v128.load offset=48 (local.get $q)) (local.get $point))))))
        (local.set $p (i32.add (local.get $p) (i32.const 64)))
        (local.set $q (i32.add (local.get $q) (i32.const 64)))
        (br_if $add (i32.lt_u (local.get $p) (local.get $end))))
      (local.set $sum (call $across (f32x4.add (local.get $s) (local.get $t))))
      (local.set $p (i32.add (local.get $x) (local.get $k)))
      (if (local.get $difference)
        (then (local.set $sum
          (f32.sub (f32.load (local.get $p)) (f32.mul (f32.const 2) (local.get $sum))))))
      (f32.store (local.get $p) (local.get $sum))
      (local.set $k (i32.add (local.get $k) (i32.const 4)))
      (br_if $each (i32.lt_u (local.get $k) (i32.shl (local.get $count) (i32.const 2)))))
    (local.set $x (i32.add (local.get $x) (local.get $xs)))
    (local.set $z (i32.add (local.get $z) (local.get $xs)))
    (local.set $y (i32.add (local.get $y) (local.get $size)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br_if $row (local.get $n))))

;; y_j = b_j + Σₖ x_k·w_kj and z_j = Σₖ (x_k − w_kj)² for n rows, shapes as in "affine"; W has `used` bytes of numbers in a
;; row, the rest is filling. Where four pixels are paper, only w² is left of them.
(func (export "distances")
  (param $x i32) (param $xs i32) (param $count i32) (param $w i32) (param $b i32) (param $y i32) (param $z i32)
  (param $n i32) (param $size i32) (param $used i32)
  (local $zero v128) (local $at i32) (local $stop i32) (local $end i32) (local $column i32)
  (local $p i32) (local $q i32) (local $k v128) (local $u v128)
  (local $y0 v128) (local $y1 v128) (local $y2 v128) (local $y3 v128)
  (local $d0 v128) (local $d1 v128) (local $d2 v128) (local $d3 v128)
  (loop $row
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $column (i32.const 0))
    (loop $columns
      (local.set $p (i32.add (local.get $b) (local.get $column)))
      (local.set $y0 (v128.load (local.get $p)))
      (local.set $y1 (v128.load offset=16 (local.get $p)))
      (local.set $y2 (v128.load offset=32 (local.get $p)))
      (local.set $y3 (v128.load offset=48 (local.get $p)))
      (local.set $d0 (local.get $zero))
      (local.set $d1 (local.get $zero))
      (local.set $d2 (local.get $zero))
      (local.set $d3 (local.get $zero))
      (local.set $p (i32.add (local.get $w) (local.get $column)))
      (local.set $at (local.get $x))
      (loop $next
        (local.set $stop (i32.add (local.get $at) (i32.const 16)))
        (if (i32.or (v128.any_true (v128.load (local.get $at))) (i32.gt_u (local.get $stop) (local.get $end)))
          (then
            (local.set $stop
              (select (local.get $end) (local.get $stop) (i32.gt_u (local.get $stop) (local.get $end))))
            (loop $each
              (local.set $k (v128.load32_splat (local.get $at)))
              (local.set $u (v128.load (local.get $p)))
              (local.set $y0 (f32x4.add (local.get $y0) (f32x4.mul (local.get $k) (local.get $u))))
              (local.set $u (f32x4.sub (local.get $k) (local.get $u)))
              (local.set $d0 (f32x4.add (local.get $d0) (f32x4.mul (local.get $u) (local.get $u))))
              (local.set $u (v128.load offset=16 (local.get $p)))
              (local.set $y1 (f32x4.add (local.get $y1) (f32x4.mul (local.get $k) (local.get $u))))
              (local.set $u (f32x4.sub (local.get $k) (local.get $u)))
              (local.set $d1 (f32x4.add (local.get $d1) (f32x4.mul (local.get $u) (local.get $u))))
              (local.set $u (v128.load offset=32 (local.get $p)))
              (local.set $y2 (f32x4.add (local.get $y2) (f32x4.mul (local.get $k) (local.get $u))))
              (local.set $u (f32x4.sub (local.get $k) (local.get $u)))
              (local.set $d2 (f32x4.add (local.get $d2) (f32x4.mul (local.get $u) (local.get $u))))
              (local.set $u (v128.load offset=48 (local.get $p)))
              (local.set $y3 (f32x4.add (local.get $y3) (f32x4.mul (local.get $k) (local.get $u))))
              (local.set $u (f32x4.sub (local.get $k) (local.get $u)))
              (local.set $d3 (f32x4.add (local.get $d3) (f32x4.mul (local.get $u) (local.get $u))))
              (local.set $p (i32.add (local.get $p) (local.get $size)))
              (local.set $at (i32.add (local.get $at) (i32.const 4)))
              (br_if $each (i32.lt_u (local.get $at) (local.get $stop)))))
          (else
            (loop $two
              (local.set $q (i32.add (local.get $p) (local.get $size)))
              (local.set $u (v128.load (local.get $p)))
              (local.set $k (v128.load (local.get $q)))
              (local.set $d0 (f32x4.add (local.get $d0) (f32x4.add
                (f32x4.mul (local.get $u) (local.get $u)) (f32x4.mul (local.get $k) (local.get $k)))))
              (local.set $u (v128.load offset=16 (local.get $p)))
              (local.set $k (v128.load offset=16 (local.get $q)))
              (local.set $d1 (f32x4.add (local.get $d1) (f32x4.add
                (f32x4.mul (local.get $u) (local.get $u)) (f32x4.mul (local.get $k) (local.get $k)))))
              (local.set $u (v128.load offset=32 (local.get $p)))
              (local.set $k (v128.load offset=32 (local.get $q)))
              (local.set $d2 (f32x4.add (local.get $d2) (f32x4.add
                (f32x4.mul (local.get $u) (local.get $u)) (f32x4.mul (local.get $k) (local.get $k)))))
              (local.set $u (v128.load offset=48 (local.get $p)))
              (local.set $k (v128.load offset=48 (local.get $q)))
              (local.set $d3 (f32x4.add (local.get $d3) (f32x4.add
                (f32x4.mul (local.get $u) (local.get $u)) (f32x4.mul (local.get $k) (local.get $k)))))
              (local.set $p (i32.add (local.get $q) (local.get $size)))
              (local.set $at (i32.add (local.get $at) (i32.const 8)))
              (br_if $two (i32.lt_u (local.get $at) (local.get $stop))))))
        (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $p (i32.add (local.get $y) (local.get $column)))
      (v128.store (local.get $p) (local.get $y0))
      (v128.store offset=16 (local.get $p) (local.get $y1))
      (v128.store offset=32 (local.get $p) (local.get $y2))
      (v128.store offset=48 (local.get $p) (local.get $y3))
      (local.set $p (i32.add (local.get $z) (local.get $column)))
      (v128.store (local.get $p) (local.get $d0))
      (v128.store offset=16 (local.get $p) (local.get $d1))
      (v128.store offset=32 (local.get $p) (local.get $d2))
      (v128.store offset=48 (local.get $p) (local.get $d3))
      (local.set $column (i32.add (local.get $column) (i32.const 64)))
      (br_if $columns (i32.lt_u (local.get $column) (local.get $size))))
    ;; The filling's distance is not zero.
    (memory.fill
      (i32.add (local.get $z) (local.get $used)) (i32.const 0) (i32.sub (local.get $size) (local.get $used)))
    (local.set $x (i32.add (local.get $x) (local.get $xs)))
    (local.set $y (i32.add (local.get $y) (local.get $size)))
    (local.set $z (i32.add (local.get $z) (local.get $size)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br_if $row (local.get $n))))

;; y_ij = y_ij + x_ij·f_j for n rows of `size` bytes.
(func (export "addProducts") (param $x i32) (param $f i32) (param $y i32) (param $n i32) (param $size i32)
  (local $column i32)
  (loop $row
    (local.set $column (i32.const 0))
    (loop $columns
      (v128.store (local.get $y) (f32x4.add (v128.load (local.get $y)) (f32x4.mul
        (v128.load (local.get $x)) (v128.load (i32.add (local.get $f) (local.get $column))))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (local.set $column (i32.add (local.get $column) (i32.const 16)))
      (br_if $columns (i32.lt_u (local.get $column) (local.get $size))))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br_if $row (local.get $n))))

;; y_k = y_k + scale·Σᵢ x_ki for n rows of `count` numbers that follow each other without filling.
(func (export "sums") (param $x i32) (param $count i32) (param $y i32) (param $n i32)
  (local $zero v128) (local $end i32) (local $s v128) (local $sum f32)
  (loop $row
    (local.set $s (local.get $zero))
    (local.set $sum (f32.load (local.get $y)))
    (local.set $end
      (i32.add (local.get $x) (i32.shl (i32.and (local.get $count) (i32.const -4)) (i32.const 2))))
    (loop $four
      (if (i32.lt_u (local.get $x) (local.get $end)) (then
        (local.set $s (f32x4.add (local.get $s) (v128.load (local.get $x))))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br $four))))
    (local.set $end
      (i32.add (local.get $end) (i32.shl (i32.and (local.get $count) (i32.const 3)) (i32.const 2))))
    (loop $one
      (if (i32.lt_u (local.get $x) (local.get $end)) (then
        (local.set $sum (f32.add (local.get $sum) (f32.load (local.get $x))))
        (local.set $x (i32.add (local.get $x) (i32.const 4)))
        (br $one))))
    (f32.store (local.get $y) (f32.add (local.get $sum) (call $across (local.get $s))))
    (local.set $y (i32.add (local.get $y) (i32.const 4)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br_if $row (local.get $n))))

;; One Adam step for `bytes` bytes of parameters p, gradients g and running means m and v. See Ops.adam.
(func (export "adam")
  (param $p i32) (param $g i32) (param $m i32) (param $v i32) (param $bytes i32)
  (param $step f32) (param $beta1 f32) (param $beta2 f32) (param $epsilon f32)
  (local $gradient v128) (local $mean v128) (local $variance v128)
  (loop $next
    (local.set $gradient (v128.load (local.get $g)))
    (local.set $mean (f32x4.add
      (f32x4.mul (f32x4.splat (local.get $beta1)) (v128.load (local.get $m)))
      (f32x4.mul (f32x4.splat (f32.sub (f32.const 1) (local.get $beta1))) (local.get $gradient))))
    (local.set $variance (f32x4.add
      (f32x4.mul (f32x4.splat (local.get $beta2)) (v128.load (local.get $v)))
      (f32x4.mul
        (f32x4.mul (f32x4.splat (f32.sub (f32.const 1) (local.get $beta2))) (local.get $gradient))
        (local.get $gradient))))
    (v128.store (local.get $m) (local.get $mean))
    (v128.store (local.get $v) (local.get $variance))
    (v128.store (local.get $p) (f32x4.sub (v128.load (local.get $p)) (f32x4.div
      (f32x4.mul (f32x4.splat (local.get $step)) (local.get $mean))
      (f32x4.add (f32x4.sqrt (local.get $variance)) (f32x4.splat (local.get $epsilon))))))
    (local.set $p (i32.add (local.get $p) (i32.const 16)))
    (local.set $g (i32.add (local.get $g) (i32.const 16)))
    (local.set $m (i32.add (local.get $m) (i32.const 16)))
    (local.set $v (i32.add (local.get $v) (i32.const 16)))
    (local.set $bytes (i32.sub (local.get $bytes) (i32.const 16)))
    (br_if $next (local.get $bytes))))

;; One step of gradient descent for `bytes` bytes of parameters p, gradients g and velocities v. See Ops.sgd.
(func (export "sgd")
  (param $p i32) (param $g i32) (param $v i32) (param $bytes i32)
  (param $rate f32) (param $momentum f32) (param $decay f32)
  (local $old v128) (local $velocity v128)
  (loop $next
    (local.set $old (v128.load (local.get $p)))
    (local.set $velocity (f32x4.add
      (f32x4.add
        (f32x4.mul (f32x4.splat (local.get $momentum)) (v128.load (local.get $v)))
        (v128.load (local.get $g)))
      (f32x4.mul (f32x4.splat (local.get $decay)) (local.get $old))))
    (v128.store (local.get $v) (local.get $velocity))
    (v128.store (local.get $p)
      (f32x4.sub (local.get $old) (f32x4.mul (f32x4.splat (local.get $rate)) (local.get $velocity))))
    (local.set $p (i32.add (local.get $p) (i32.const 16)))
    (local.set $g (i32.add (local.get $g) (i32.const 16)))
    (local.set $v (i32.add (local.get $v) (i32.const 16)))
    (local.set $bytes (i32.sub (local.get $bytes) (i32.const 16)))
    (br_if $next (local.get $bytes))))

;; y = v where x > 0, else 0 + slope·v: a rectifier where v is x, its derivative where v is what comes back.
(func (export "rectify") (param $x i32) (param $v i32) (param $y i32) (param $bytes i32) (param $slope f32)
  (local $zero v128) (local $value v128)
  (loop $next
    (local.set $value (v128.load (local.get $v)))
    (v128.store (local.get $y) (v128.bitselect
      (local.get $value)
      (f32x4.add
        (local.get $zero)
        (f32x4.mul (f32x4.splat (local.get $slope)) (local.get $value)))
      (f32x4.gt (v128.load (local.get $x)) (local.get $zero))))
    (local.set $x (i32.add (local.get $x) (i32.const 16)))
    (local.set $v (i32.add (local.get $v) (i32.const 16)))
    (local.set $y (i32.add (local.get $y) (i32.const 16)))
    (local.set $bytes (i32.sub (local.get $bytes) (i32.const 16)))
    (br_if $next (local.get $bytes))))

(func (export "zero") (param $p i32) (param $bytes i32)
  (memory.fill (local.get $p) (i32.const 0) (local.get $bytes)))
