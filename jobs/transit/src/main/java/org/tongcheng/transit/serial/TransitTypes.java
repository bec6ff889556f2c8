package org.tongcheng.transit.serial;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.plumbing.serial.CompactType;
import org.tongcheng.transit.window.WindowPart;

/** Types of the streams between the operators. */
public final class TransitTypes {

    public static final TypeInformation<Tap> TAP = new CompactType<>(Tap.class, TapSerializer.INSTANCE);
    public static final TypeInformation<CardTap> CARD_TAP =
            new CompactType<>(CardTap.class, CardTapSerializer.INSTANCE);
    public static final TypeInformation<WindowPart> WINDOW_PART =
            new CompactType<>(WindowPart.class, WindowPartSerializer.INSTANCE);

    private TransitTypes() {}
}
