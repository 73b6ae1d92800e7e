package io.github.seeingdigits.network;

/** IEEE 754 binary16, the format in which models travel to the page: 1 sign, 5 exponent and 10 fraction bits. */
public final class HalfFloat {
    private HalfFloat() {}

    /** The nearest half to {@code value}, ties to even, in the low 16 bits; too large becomes infinite. */
    public static int fromFloat(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude > 0x7F800000) {
            return sign | 0x7E00; // not a number
        }
        if (magnitude >= 0x477FF000) {
            return sign | 0x7C00; // rounds to 2¹⁶ or more
        }
        if (magnitude < 0x38800000) {
            // Below 2⁻¹⁴ a half is a whole number of 2⁻²⁴.
            float scaled = Float.intBitsToFloat(magnitude) * 0x1p24f;
            return sign | (int) Math.rint(scaled);
        }
        int odd = magnitude >>> 13 & 1;
        return sign | (magnitude - 0x38000000 + 0xFFF + odd >>> 13);
    }

    /** The float that equals the half in the low 16 bits of {@code half}. */
    public static float toFloat(int half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | fraction << 13);
        }
        return Float.intBitsToFloat(sign | exponent + 112 << 23 | fraction << 13);
    }

    /** {@code value} as a half can hold it. */
    public static float round(float value) {
        return toFloat(fromFloat(value));
    }
}
