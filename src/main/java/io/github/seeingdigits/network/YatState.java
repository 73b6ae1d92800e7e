package io.github.seeingdigits.network;

/** What a ⵟ layer remembers of its last batch, and its gradients: n×outputs each, growing to the largest batch. */
final class YatState {
    /** s = w·x + b. */
    Matrix dot;
    /** d = ‖w − x‖². */
    Matrix distance;

    Matrix dDot;
    Matrix dDistance;

    /** Makes room for the forward pass. */
    void reserve(int n, int outputs, Ops ops) {
        if (dot == null || dot.rows < n) {
            dot = ops.matrix(n, outputs);
            distance = ops.matrix(n, outputs);
        }
    }

    /** Makes room for the backward pass, which a page that only predicts never needs. */
    void reserveGradients(int n, int outputs, Ops ops) {
        if (dDot == null || dDot.rows < n) {
            dDot = ops.matrix(n, outputs);
            dDistance = ops.matrix(n, outputs);
        }
    }
}
