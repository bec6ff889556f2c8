package org.tongcheng.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.RejectionReason;

/** Reads members that hold one of a few constants, by its name in lower case. */
final class Choice<E extends Enum<E>> {

    private final List<E> constants;
    private final List<String> names = new ArrayList<>();

    /** @param constants those that may be read, in the order in which a rejection lists them */
    Choice(List<E> constants) {
        this.constants = constants;
        constants.forEach(constant -> names.add(constant.name().toLowerCase(Locale.ROOT)));
    }

    static <E extends Enum<E>> Choice<E> ofAll(Class<E> type) {
        return new Choice<>(List.of(type.getEnumConstants()));
    }

    E read(Members members, String name) throws RejectedException {
        return members.require(name, readOptional(members, name));
    }

    @Nullable
    E readOptional(Members members, String name) throws RejectedException {
        String text = members.optionalText(name, 0, Members.UNLIMITED);
        if (text == null) {
            return null;
        }
        int index = names.indexOf(text);
        if (index < 0) {
            throw members.reject(
                    RejectionReason.UNKNOWN_VALUE,
                    name,
                    RejectedException.quote(text) + " is none of " + String.join(", ", names));
        }
        return constants.get(index);
    }
}
