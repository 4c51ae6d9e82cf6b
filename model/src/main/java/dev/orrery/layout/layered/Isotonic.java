package dev.orrery.layout.layered;

/// Positions in a row that come as near as can be to those wished, by weighted squares, and keep their distances: the
/// pool of adjacent violators (Ayer et al., 1955).
final class Isotonic {
    private final double[] values;
    private final double[] weights;
    private final int[] ends;
    private final double[] shifts;

    /// @param most how many positions a row may have
    Isotonic(int most) {
        values = new double[most];
        weights = new double[most];
        ends = new int[most];
        shifts = new double[most];
    }

    /// Puts the positions into `wishes`.
    ///
    /// @param apart for each but the first, the least distance to the one before
    void solve(double[] wishes, double[] weight, double[] apart, int count) {
        int blocks = 0;
        double shift = 0;
        for (int i = 0; i < count; i++) {
            shift += i == 0 ? 0 : apart[i];
            shifts[i] = shift;
            values[blocks] = wishes[i] - shift;
            weights[blocks] = weight[i];
            ends[blocks] = i + 1;
            blocks++;
            while (blocks > 1 && values[blocks - 2] > values[blocks - 1]) {
                double sum = weights[blocks - 2] + weights[blocks - 1];
                values[blocks - 2] =
                        (values[blocks - 2] * weights[blocks - 2] + values[blocks - 1] * weights[blocks - 1]) / sum;
                weights[blocks - 2] = sum;
                ends[blocks - 2] = ends[blocks - 1];
                blocks--;
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (; i < ends[block]; i++) {
                wishes[i] = values[block] + shifts[i];
            }
        }
    }
}
