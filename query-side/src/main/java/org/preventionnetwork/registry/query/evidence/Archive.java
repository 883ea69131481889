package org.preventionnetwork.registry.query.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP whose files are stored, not compressed, so that a page of a few lines can read it. */
final class Archive {
    private final ZipOutputStream zip;
    private final LocalDateTime time;

    /** @param time of all files: the same pack is the same bytes */
    Archive(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out);
        this.zip.setMethod(ZipOutputStream.STORED);
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    void add(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Only what was finished can be opened. */
    void finish() throws IOException {
        zip.finish();
    }
}
