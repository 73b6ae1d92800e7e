package io.github.seeingdigits.network;

/**
 * A square window that slides over a picture: shapes in, shapes out.
 *
 * <p>A picture is a row of channels·height·width numbers, channel by channel, each row by row. The window stops at
 * (height + 2·padding − kernel)/stride + 1 rows, rounded down, and as many columns by width; what does not fill a window at
 * the far edge is left out. Padding adds zeros on all four sides. The output holds one such picture for each unit.
 */
public final class Window {
    public final int channels;
    public final int height;
    public final int width;
    /** Channels of the output: filters of a convolution; for pooling, as many as {@link #channels}. */
    public final int units;

    public final int kernel;
    public final int stride;
    public final int padding;
    public final int outHeight;
    public final int outWidth;

    Window(int channels, int height, int width, int units, int kernel, int stride, int padding) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.units = units;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
        this.outHeight = (height + 2 * padding - kernel) / stride + 1;
        this.outWidth = (width + 2 * padding - kernel) / stride + 1;
    }

    /** Numbers in the input picture. */
    public int inputs() {
        return channels * height * width;
    }

    /** Numbers in the output picture. */
    public int outputs() {
        return units * outHeight * outWidth;
    }

    /** Numbers under the window: channels·kernel². */
    public int patch() {
        return channels * kernel * kernel;
    }

    /**
     * The window with which the gradient of the input is a convolution of the gradient of the output: units and channels change
     * places, and kernels are turned by half a turn (Dumoulin and Visin 2016, arXiv:1603.07285, section 4.2).
     *
     * @throws IllegalStateException if the stride is not 1 or the padding not less than the kernel: then there is none
     */
    public Window transposed() {
        if (stride != 1 || padding >= kernel) {
            throw new IllegalStateException("only a window of stride 1 and padding below " + kernel
                    + " can be transposed, not stride " + stride + " and padding " + padding);
        }
        return new Window(units, outHeight, outWidth, channels, kernel, 1, kernel - 1 - padding);
    }

    /** {@code 1x28x28}, as in an architecture. */
    String shape() {
        return channels + "x" + height + "x" + width;
    }

    /** Everything that a layer with filters says about its window: {@code 1x28x28 8 5}, then stride and padding if any. */
    String describeFilters() {
        return shape() + " " + units + " " + kernel + (stride == 1 ? "" : " stride " + stride)
                + (padding == 0 ? "" : " pad " + padding);
    }
}
