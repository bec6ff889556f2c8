package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongcheng.domain.feed.SiteDirectory;

/** Whatever is done to the files, they give a region that can be used or one line that says what is wrong. */
class RegistryMutationTest {

    private static final List<String> FILES =
            List.of("region.yaml", "cities.csv", "routes.csv", "stops.csv", "air_stations.csv", "water_sections.csv");
    private static final List<String> SPLINTERS = List.of(
            "",
            ",",
            "\"",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            ";",
            "-",
            ":",
            "0",
            "9999999999999",
            "1e9",
            "NaN",
            "510100",
            "2026-02-28",
            "9999-12-31",
            "upper",
            "lower",
            "moved",
            "river",
            "always",
            "\u0000",
            "\uFEFF",
            "\uFFFF",
            "成",
            "\uD83D\uDE00",
            "&a ",
            "*a",
            "!!int ",
            "{",
            "[[[[",
            "---\n",
            "#");

    @Property(tries = 2_000)
    void givesARegionOrOneLineAboutItsFiles(
            @ForAll("files") String file, @ForAll("splices") List<Splice> splices, @ForAll boolean bytes) {
        SmallRegion region = new SmallRegion();
        byte[] content = region.bytes(file);
        for (Splice splice : splices) {
            content = splice.applied(content, bytes);
        }
        readsOrSaysWhy(region.with(file, content));
    }

    @Property(tries = 500)
    void survivesAnyBytes(@ForAll("files") String file, @ForAll byte[] content) {
        readsOrSaysWhy(new SmallRegion().with(file, content));
    }

    private static void readsOrSaysWhy(SmallRegion files) {
        Region region;
        try {
            region = files.read();
        } catch (RegistryException wrong) {
            assertThat(wrong.getMessage()).matches("[a-z_]+\\.(csv|yaml):[1-9][0-9]*:[1-9][0-9]* [^\\n\\r]+");
            return;
        }
        SiteDirectory sites = region.sites();
        for (Stop stop : region.stops()) {
            String city = sites.cityOfStop(stop.stopId(), 0L);
            assertThat(city == null || region.city(city) != null).isTrue();
        }
        assertThat(region.id()).isEqualTo(region.id().toLowerCase(Locale.ROOT));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    @Provide
    Arbitrary<List<Splice>> splices() {
        return splices(SPLINTERS);
    }

    static Arbitrary<List<Splice>> splices(List<String> splinters) {
        Arbitrary<Splice> splice = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(splinters))
                .as(Splice::new);
        return splice.list().ofMinSize(1).ofMaxSize(4);
    }

    /** Takes some of the content out at a place and puts a splinter in. */
    record Splice(double place, int removed, String splinter) {

        byte[] applied(byte[] content, boolean bytes) {
            // Cutting bytes breaks characters in two; cutting characters reaches deeper into the checks.
            String text = new String(content, bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            int start = (int) (place * text.length());
            int end = Math.min(text.length(), start + removed);
            String spliced = text.substring(0, start) + splinter + text.substring(end);
            return spliced.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
    }
}
