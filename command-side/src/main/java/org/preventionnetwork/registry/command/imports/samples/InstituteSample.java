package org.preventionnetwork.registry.command.imports.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.preventionnetwork.registry.command.imports.files.FileKind;

/**
 * The published record of the Auschwitz Institute's programmes, as far as public sources tell it, and beside it officials
 * and enrolments that are plainly fictional.
 */
public final class InstituteSample {
    public static final String NAME = "institute";
    private static final String FOLDER = "/samples/institute/";

    private InstituteSample() {}

    /** The sample as somebody would hand it in. */
    public static void writeZip(Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (FileKind kind : FileKind.values()) {
                String name = kind.fileName() + ".csv";
                try (InputStream file = InstituteSample.class.getResourceAsStream(FOLDER + name)) {
                    if (file != null) {
                        zip.putNextEntry(new ZipEntry(name));
                        file.transferTo(zip);
                    }
                }
            }
        }
    }
}
