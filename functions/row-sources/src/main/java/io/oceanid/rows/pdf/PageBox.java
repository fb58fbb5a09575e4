package io.oceanid.rows.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** A page as it is shown, in points: turned as it says, and cropped. */
record PageBox(PDRectangle crop, int rotation) {

    private static final double UP = 0.8;
    private static final double DOWN = 0.2;

    static PageBox of(PDPage page) {
        return new PageBox(page.getCropBox(), Math.floorMod(page.getRotation(), 360));
    }

    double width() {
        return isTurned() ? crop.getHeight() : crop.getWidth();
    }

    double height() {
        return isTurned() ? crop.getWidth() : crop.getHeight();
    }

    private boolean isTurned() {
        return rotation == 90 || rotation == 270;
    }

    /** Where a glyph is, in percent: as wide as it is, and as high as its line. */
    Box of(TextPosition glyph) {
        Matrix matrix = glyph.getTextMatrix();
        double along = Math.hypot(matrix.getScaleX(), matrix.getShearY());
        double advance = along < 1e-6 ? 0 : glyph.getWidthDirAdj() / along;
        AffineTransform transform = matrix.createAffineTransform();
        Rectangle2D box = transform
                .createTransformedShape(new Rectangle2D.Double(0, -DOWN, advance, UP + DOWN))
                .getBounds2D();
        return turned(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** From the lower left of what is shown of the page, before it is turned. */
    private Box turned(double x, double y, double toX, double toY) {
        double w = crop.getWidth();
        double h = crop.getHeight();
        Box box = switch (rotation) {
            case 90 -> new Box(y, x, toY, toX);
            case 180 -> new Box(w - toX, y, w - x, toY);
            case 270 -> new Box(h - toY, w - toX, h - y, w - x);
            default -> new Box(x, h - toY, toX, h - y);
        };
        return new Box(
                        100 * box.left() / width(),
                        100 * box.top() / height(),
                        100 * box.right() / width(),
                        100 * box.bottom() / height())
                .within();
    }
}
