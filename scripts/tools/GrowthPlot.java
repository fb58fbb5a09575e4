import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A curve over the number of annotations, as SVG: that number by its logarithm, milliseconds from 0. */
final class GrowthPlot {

    private static final int LEFT = 60;
    private static final int RIGHT = 600;
    private static final int TOP = 50;
    private static final int BOTTOM = 300;

    private final double least;
    private final double most;
    private final double highest;

    private GrowthPlot(List<GrowthPoint> points) {
        this.least = Math.log10(points.getFirst().annotations());
        this.most = Math.max(least + 1, Math.log10(points.getLast().annotations()));
        double p99 = points.stream().mapToDouble(GrowthPoint::p99).max().orElseThrow();
        double step = Math.pow(10, Math.floor(Math.log10(p99)));
        this.highest = Math.ceil(p99 / step) * step;
    }

    static String of(List<GrowthPoint> points, int connections) {
        GrowthPlot plot = new GrowthPlot(points);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 350" font-family="sans-serif" font-size="12" fill="#333">
                <rect width="660" height="350" fill="#fff"/>
                <text x="%d" y="24" font-size="14">Milliseconds of one event, %d connections, by annotations in the tables</text>
                %s%s%s%s</svg>
                """
                .formatted(
                        LEFT,
                        connections,
                        plot.grid(),
                        plot.ticks(points),
                        plot.curve(points, "median", "#1f77b4", GrowthPoint::median),
                        plot.curve(points, "p99", "#d62728", GrowthPoint::p99));
    }

    private String grid() {
        StringBuilder grid = new StringBuilder();
        for (int i = 0; i <= 4; i++) {
            double value = highest * i / 4;
            grid.append(svg(
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT, y(value), RIGHT, LEFT - 8, y(value) + 4, value == Math.rint(value) ? (long) value : value));
        }
        return grid.toString();
    }

    private String ticks(List<GrowthPoint> points) {
        return points.stream()
                .map(point -> svg(
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n",
                        x(point), BOTTOM + 22, point.annotations()))
                .collect(Collectors.joining());
    }

    private String curve(List<GrowthPoint> points, String name, String colour, ToDoubleFunction<GrowthPoint> figure) {
        String line = points.stream()
                .map(point -> svg("%.1f,%.1f", x(point), y(figure.applyAsDouble(point))))
                .collect(Collectors.joining(" "));
        String marks = points.stream()
                .map(point -> svg(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/><text x=\"%.1f\" y=\"%.1f\" fill=\"%s\""
                                + " text-anchor=\"middle\">%.2f</text>%n",
                        x(point), y(figure.applyAsDouble(point)), colour, x(point), y(figure.applyAsDouble(point)) - 8, colour,
                        figure.applyAsDouble(point)))
                .collect(Collectors.joining());
        return svg(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n%s"
                        + "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
                line, colour, marks, RIGHT + 6, y(figure.applyAsDouble(points.getLast())) + 4, colour, name);
    }

    private double x(GrowthPoint point) {
        return LEFT + 30 + (RIGHT - LEFT - 60) * (Math.log10(point.annotations()) - least) / (most - least);
    }

    private double y(double milliseconds) {
        return BOTTOM - (BOTTOM - TOP) * milliseconds / highest;
    }

    private static String svg(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
