package nl.leercirkel.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a QR code back from the SVG as a telephone would: from its pixels. */
final class QrCodeReader {
    private static final int SCALE = 4;

    private QrCodeReader() {}

    static String read(String svg) {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
        if (!box.find()) {
            throw new IllegalArgumentException("No viewBox");
        }
        int size = Integer.parseInt(box.group(1)) * SCALE;
        int[] pixels = new int[size * size];
        java.util.Arrays.fill(pixels, 0xffffff);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            for (int dy = 0; dy < SCALE; dy++) {
                for (int dx = 0; dx < SCALE; dx++) {
                    int x = Integer.parseInt(module.group(1)) * SCALE + dx;
                    int y = Integer.parseInt(module.group(2)) * SCALE + dy;
                    pixels[y * size + x] = 0;
                }
            }
        }
        LuminanceSource source = new RGBLuminanceSource(size, size, pixels);
        try {
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE),
                                    DecodeHintType.PURE_BARCODE,
                                    true))
                    .getText();
        } catch (NotFoundException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
