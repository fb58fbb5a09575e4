package io.oceanid.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under a title, in columns that are as wide as what is in them. */
record Table(String title, List<Column> columns, List<List<String>> rows) {

    private static final int WIDEST = 52;
    private static final String GAP = "  ";

    /** @param number to the right, and never shortened */
    record Column(String name, boolean number) {}

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        if (rows.isEmpty()) {
            lines.add(GAP + "(none)");
            return lines;
        }
        List<List<String>> cells = rows.stream().map(this::cells).toList();
        List<String> names = columns.stream().map(Column::name).toList();
        List<Integer> widths = IntStream.range(0, columns.size())
                .map(column -> cells.stream()
                        .mapToInt(row -> DisplayText.width(row.get(column)))
                        .reduce(DisplayText.width(names.get(column)), Math::max))
                .boxed()
                .toList();
        lines.add(line(names, widths));
        lines.add(line(widths.stream().map("─"::repeat).toList(), widths));
        cells.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private List<String> cells(List<String> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> DisplayText.oneLine(row.get(column), WIDEST))
                .toList();
    }

    private String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths.get(column) - DisplayText.width(cell));
            line.append(GAP);
            line.append(columns.get(column).number() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
