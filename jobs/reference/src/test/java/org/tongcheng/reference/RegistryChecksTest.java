package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One broken place each, and the message that the keeper of the registry reads. */
class RegistryChecksTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cities.csv         | 512000,资阳         | 510100,资阳         | cities.csv:3:1 city_code 510100 is already registered in line 2
            cities.csv         | 512000,资阳         | 51200,资阳          | cities.csv:3:1 city_code 51200 is not a code of six digits
            cities.csv         | 512000,资阳         | ,资阳               | cities.csv:3:1 city_code is empty
            cities.csv         | Ziyang,             | Ziyang,many         | cities.csv:3:19 population many is not a whole number
            cities.csv         | Ziyang,             | Ziyang,-1           | cities.csv:3:19 population -1 is not a whole number
            cities.csv         | 104.0633            | 180.5               | cities.csv:2:29 longitude 180.5 is outside -180..180
            cities.csv         | 30.6598             | -90.01              | cities.csv:2:38 latitude -90.01 is outside -90..90
            cities.csv         | 30.6598             | 30°                 | cities.csv:2:38 latitude 30° is not a number
            cities.csv         | 30.6598             | 1e1                 | cities.csv:2:38 latitude 1e1 is not a number
            cities.csv         | 30.6598             | ``                  | cities.csv:2:38 latitude is empty beside a longitude
            cities.csv         | 104.0633            | ``                  | cities.csv:2:29 longitude is empty beside a latitude
            routes.csv         | K9,K9               | S3,K9               | routes.csv:3:1 route_id S3 is already registered in line 2
            routes.csv         | K9,3,               | K9,8,               | routes.csv:3:7 route_type 8 is not a GTFS route type (0 to 7, 11 or 12)
            routes.csv         | bus,512000          | bus,510600          | routes.csv:3:13 city_code 510600 is not in cities.csv
            stops.csv          | always,福田,510100   | always,福田,510199   | stops.csv:2:11 city_code 510199 is not in cities.csv
            stops.csv          | S3,104.1            | S4,104.1            | stops.csv:2:18 route_id S4 is not in routes.csv
            stops.csv          | 2026-03-01          | 2026-02-28          | stops.csv:4:1 stop_id moved is already registered in line 3
            stops.csv          | 2026-03-01          | ``                  | stops.csv:4:1 stop_id moved is already registered in line 3
            stops.csv          | 2026-03-01          | 2026-02-29          | stops.csv:4:20 valid_from 2026-02-29 is not a day of the calendar
            stops.csv          | 2026-03-01          | 1.3.2026            | stops.csv:4:20 valid_from 1.3.2026 is not a date such as 2026-03-01
            stops.csv          | always,             | ` ,`                | stops.csv:2:2 stop_id is empty
            air_stations.csv   | 2562A               | 1431A               | air_stations.csv:5:1 station_id 1431A is already registered in line 2
            air_stations.csv   | pm2_5; so2          | pm2.5;so2           | air_stations.csv:3:20 pollutants pm2.5;so2 has a part that is none of so2, no2, pm10, co, o3, pm2_5
            air_stations.csv   | pm2_5; so2          | so2;                | air_stations.csv:3:20 pollutants so2; has a part that is none of so2, no2, pm10, co, o3, pm2_5
            water_sections.csv | 2025-12-31          | 2024-12-31          | water_sections.csv:4:43 valid_to 2024-12-31 is before valid_from 2025-01-01
            water_sections.csv | 512000,lake         | 512000,sea          | water_sections.csv:4:21 kind sea is neither river nor lake
            water_sections.csv | lake,2              | lake,6              | water_sections.csv:4:26 target_class 6 is outside 1..5
            water_sections.csv | 3,lower             | 3,ocean             | water_sections.csv:2:28 downstream_id ocean is not a section_id of this file
            water_sections.csv | 10.5                | -10.5               | water_sections.csv:2:34 travel_hours -10.5 is negative
            water_sections.csv | 10.5                | 10,5,               | water_sections.csv:2:55 the row has more cells than the header
            water_sections.csv | 3,lower             | 3,upper             | water_sections.csv:2:28 downstream_id upper closes a circle: upper -> upper
            water_sections.csv | 512000,,,,,,,,      | 512000,,,upper,,,,, | water_sections.csv:2:28 downstream_id lower closes a circle: upper -> lower -> upper
            """)
    void namesFileLineColumnAndProblem(String file, String old, String replacement, String message) {
        SmallRegion broken = new SmallRegion().replacing(file, old, replacement);
        assertThatThrownBy(broken::read).isInstanceOf(RegistryException.class).hasMessage(message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            agency_id,city_code | agency_id           | routes.csv:1:1 the header lacks city_code
            city_code           | city_code,colour    | routes.csv:1:58 unknown column colour; expected route_id,route_short_name,route_type,agency_id,city_code
            agency_id           | route_id            | routes.csv:1:38 column route_id comes twice
            K9,K9,3,bus,512000  | K9,K9,3,bus         | routes.csv:3:9 the row ends before city_code
            K9,K9,3,bus,512000  | K9,K9,3,bus,512000, | routes.csv:3:20 the row has more cells than the header
            K9,K9               | K9,"K9              | routes.csv:3:4 Missing closing quote for value
            """)
    void holdsTheHeaderAndTheNumberOfCellsExactly(String old, String replacement, String message) {
        SmallRegion broken = new SmallRegion().replacing("routes.csv", old, replacement);
        assertThatThrownBy(broken::read).isInstanceOf(RegistryException.class).hasMessage(message);
    }

    @Test
    void refusesIdsThatNoRecordCanCarry() {
        assertThatThrownBy(new SmallRegion().replacing("stops.csv", "always", "s".repeat(129))::read)
                .hasMessage("stops.csv:2:1 stop_id " + "s".repeat(64) + "... is longer than 128 characters");
        assertThatThrownBy(new SmallRegion().replacing("air_stations.csv", "1431A", "a".repeat(65))::read)
                .hasMessage("air_stations.csv:2:1 station_id " + "a".repeat(64) + "... is longer than 64 characters");
        assertThat(new SmallRegion()
                        .replacing("stops.csv", "always", "s".repeat(128))
                        .read()
                        .stops()
                        .get(0)
                        .stopId())
                .hasSize(128);
    }

    @Test
    void refusesAnEmptyFileAndTextThatIsNoText() {
        assertThatThrownBy(new SmallRegion().with("cities.csv", "\n \n")::read)
                .hasMessage(
                        "cities.csv:1:1 has no header; expected city_code,name_zh,name_en,population,longitude,latitude");
        assertThatThrownBy(new SmallRegion().replacing("stops.csv", "福田", "福\u0000田")::read)
                .hasMessage("stops.csv:2:9 holds a control character");
        assertThatThrownBy(new SmallRegion().replacing("stops.csv", "福田", "\"福\n田\"")::read)
                .hasMessage("stops.csv:2:8 a cell holds a line break or a tab");
        byte[] gbk = new SmallRegion().text("stops.csv").getBytes(Charset.forName("GBK"));
        assertThatThrownBy(new SmallRegion().with("stops.csv", gbk)::read).hasMessage("stops.csv:2:8 is not UTF-8");
    }

    @Test
    void refusesAFileThatEndsWithinACharacter() {
        byte[] cut = "city_code,城".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(new SmallRegion().with("cities.csv", Arrays.copyOf(cut, cut.length - 1))::read)
                .hasMessage("cities.csv:1:11 is not UTF-8");
    }

    @Test
    void readsWhatASpreadsheetWrites() {
        SmallRegion region = new SmallRegion();
        String quoted = region.text("routes.csv").replace("K9,K9", "\"K9\",\"快线 \"\"K9\"\", 41 km\"");
        region.with("routes.csv", "\uFEFF\n" + quoted.replace("\n", "\r\n") + "\r\n  \r\n");
        Region read = region.read();
        assertThat(read.routes()).hasSize(2);
        assertThat(read.routes().get(1)).isEqualTo(new Route("K9", "快线 \"K9\", 41 km", 3, "bus", "512000"));
    }

    @Test
    void takesTheColumnsInAnyOrder() {
        SmallRegion region = new SmallRegion().with("routes.csv", """
                city_code,agency_id,route_type,route_short_name,route_id
                512000,metro,1,S3线,S3
                """);
        assertThat(region.read().routes()).containsExactly(new Route("S3", "S3线", 1, "metro", "512000"));
    }

    @Test
    void takesAMissingFileForNoneOfThese() {
        Region region = new SmallRegion()
                .without("routes.csv")
                .without("stops.csv")
                .without("air_stations.csv")
                .without("water_sections.csv")
                .read();
        assertThat(region.cities()).hasSize(2);
        assertThat(region.stops()).isEmpty();
        assertThatThrownBy(new SmallRegion().without("routes.csv")::read)
                .hasMessage("stops.csv:2:18 route_id S3 is not in routes.csv");
        assertThatThrownBy(new SmallRegion().without("region.yaml")::read).hasMessage("region.yaml is missing");
    }

    @Test
    void keepsLinesAndColumnsRightFarDownALongFile() {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(index -> "s" + index + ",站" + index + ",510100,,,,,\r\n")
                .collect(Collectors.joining());
        String header = "stop_id,stop_name,city_code,route_id,longitude,latitude,valid_from,valid_to\r\n";
        SmallRegion region = new SmallRegion().with("stops.csv", header + rows + "last,站,510100,,,,2026-13-01,\r\n");
        assertThatThrownBy(region::read)
                .hasMessage("stops.csv:20002:18 valid_from 2026-13-01 is not a day of the calendar");
    }

    @Test
    void namesOnlyTheCircleNotTheWayIntoIt() {
        SmallRegion region = new SmallRegion().with("water_sections.csv", """
                section_id,name,river,city_code,kind,target_class,downstream_id,travel_hours,longitude,latitude,valid_from,valid_to
                spring,s,r,510100,,,a,,,,,
                a,a,r,510100,,,b,,,,,
                b,b,r,510100,,,sea,,,,,2025-12-31
                b,b,r,510100,,,a,,,,2026-01-01,
                sea,s,r,510100,lake,,,,,,,
                """);
        assertThatThrownBy(region::read)
                .hasMessage("water_sections.csv:3:16 downstream_id b closes a circle: a -> b -> a");
    }
}
