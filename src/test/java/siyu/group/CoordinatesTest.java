package siyu.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
    private static final double METRE = 1e-5;

    /** Pairs that are published with eviltransform. */
    @ParameterizedTest
    @CsvSource({
        "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
        "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
        "39.911954, 116.377817, 39.91334545536069, 116.38404722455657",
    })
    void gcjIsTurnedBack(double latitude, double longitude, double north, double east) {
        Coordinates.Point shifted = Coordinates.toGcj(latitude, longitude);
        assertThat(shifted.latitude()).isCloseTo(north, within(1e-9));
        assertThat(shifted.longitude()).isCloseTo(east, within(1e-9));
        Coordinates.Point back = Coordinates.GCJ02.toWgs84(north, east);
        assertThat(back.latitude()).isCloseTo(latitude, within(1e-9));
        assertThat(back.longitude()).isCloseTo(longitude, within(1e-9));
    }

    /** The gate of Tiananmen on Baidu's map, 1.2 km from where a phone says it is. */
    @Test
    void baiduIsTurnedBack() {
        Coordinates.Point gate = Coordinates.BD09.toWgs84(39.915, 116.404);
        assertThat(gate.latitude()).isCloseTo(39.907254, within(3 * METRE));
        assertThat(gate.longitude()).isCloseTo(116.391384, within(3 * METRE));
        assertThat(Sphere.between(39.915, 116.404, gate.latitude(), gate.longitude()))
                .isBetween(12_000, 15_000);
    }

    @Test
    void elsewhereNothingIsShifted() {
        assertThat(Coordinates.GCJ02.toWgs84(51.5, -0.12)).isEqualTo(new Coordinates.Point(51.5, -0.12));
        assertThat(Coordinates.WGS84.toWgs84(31, 121)).isEqualTo(new Coordinates.Point(31, 121));
    }
}
