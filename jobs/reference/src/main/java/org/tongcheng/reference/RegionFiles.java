package org.tongcheng.reference;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the files of a region come from: a folder, the class path or a bundle. */
interface RegionFiles {

    /** The content of a file; null when there is none of that name. */
    byte @Nullable [] read(String file) throws IOException;

    /** The content of a file; null when there is none of that name. What cannot be read is an error of the registry. */
    default byte @Nullable [] content(String file) {
        try {
            return read(file);
        } catch (IOException unreadable) {
            throw new RegistryException(file + " cannot be read: " + unreadable);
        }
    }
}
