package org.tongcheng.plumbing.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.FieldKind;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;

class LineProtocolTest {

    @Test
    void writesEachKindOfFieldItsWay() {
        Result point = Measurement.WATER_SECTION
                .at(1_772_676_000_000L)
                .tag("city_code", "510100")
                .tag("river", "Tuo")
                .tag("section_id", "s1")
                .decimal("ph", new java.math.BigDecimal("7.20"))
                .decimal("conductivity", new java.math.BigDecimal("320"))
                .integer("class", 3L)
                .text("class_name", "III")
                .bool("meets_target", true)
                .build(2);

        assertThat(LineProtocol.of(point))
                .isEqualTo("water_section,city_code=510100,river=Tuo,section_id=s1"
                        + " revision=2i,ph=7.2,conductivity=320,class=3i,class_name=\"III\",meets_target=true"
                        + " 1772676000000");
    }

    @Test
    void writesAPointThatHasNothingButItsRevision() {
        assertThat(LineProtocol.of(new Result("m", List.of(), -1, 0, List.of())))
                .isEqualTo("m revision=0i -1");
    }

    @Test
    void leavesOutAnEmptyTag() {
        assertThat(LineProtocol.of(new Result("m", List.of(new Tag("a", ""), new Tag("b", "c")), 1, 0, List.of())))
                .isEqualTo("m,b=c revision=0i 1");
    }

    @Property
    void holdsWhateverStandsInATagOrAText(@ForAll("points") Result point) {
        String line = LineProtocol.of(point);

        assertThat(line).doesNotContain("\n", "\r");
        assertThat(new Reader(line).point()).isEqualTo(asStored(point));
    }

    @Provide
    Arbitrary<Result> points() {
        Arbitrary<String> text =
                Arbitraries.strings().withChars(",= \\\"'\n\r\tab中").ofMaxLength(8);
        return Combinators.combine(text, text, text, Arbitraries.longs(), Arbitraries.integers())
                .as((one, other, field, time, revision) -> new Result(
                        "m",
                        List.of(new Tag("one", one), new Tag("other", other)),
                        time,
                        revision,
                        List.of(
                                new Field("f", FieldKind.TEXT, field),
                                new Field("i", FieldKind.INTEGER, "5"),
                                new Field("d", FieldKind.DECIMAL, "5"))));
    }

    /** What line protocol cannot say is said otherwise. */
    private static Result asStored(Result point) {
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : point.tags()) {
            String value = onOneLine(tag.value());
            if (!value.isEmpty()) {
                tags.add(new Tag(tag.name(), value.endsWith("\\") ? value + " " : value));
            }
        }
        List<Field> fields = point.fields().stream()
                .map(field -> new Field(field.name(), field.kind(), onOneLine(field.value())))
                .toList();
        return new Result(point.measurement(), tags, point.time(), point.revision(), fields);
    }

    private static String onOneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    /** Reads a line as InfluxDB's documentation describes it. */
    private static final class Reader {

        private final String line;
        private int at;

        Reader(String line) {
            this.line = line;
        }

        Result point() {
            String measurement = until(", ", ", ");
            List<Tag> tags = new ArrayList<>();
            while (line.charAt(at++) == ',') {
                String name = until("=", ",= ");
                at++;
                tags.add(new Tag(name, until(", ", ",= ")));
            }
            List<Field> fields = new ArrayList<>();
            do {
                String name = until("=", ",= ");
                at++;
                fields.add(line.charAt(at) == '"' ? text(name) : plain(name, until(", ", "")));
            } while (line.charAt(at++) == ',');
            int revision = Integer.parseInt(fields.remove(0).value());
            return new Result(measurement, tags, Long.parseLong(line.substring(at)), revision, fields);
        }

        private static Field plain(String name, String value) {
            return value.endsWith("i")
                    ? new Field(name, FieldKind.INTEGER, value.substring(0, value.length() - 1))
                    : new Field(name, FieldKind.DECIMAL, value);
        }

        private Field text(String name) {
            at++;
            String value = until("\"", "\"\\");
            at++;
            return new Field(name, FieldKind.TEXT, value);
        }

        private String until(String ends, String escapable) {
            StringBuilder read = new StringBuilder();
            while (ends.indexOf(line.charAt(at)) < 0) {
                if (line.charAt(at) == '\\' && escapable.indexOf(line.charAt(at + 1)) >= 0) {
                    at++;
                }
                read.append(line.charAt(at++));
            }
            return read.toString();
        }
    }
}
