package org.preventionnetwork.registry.standalone;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a ZIP, in their order, to be changed and packed again. */
record ZipFiles(Map<String, byte[]> files) {

    static ZipFiles of(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ZipFiles(files);
    }

    byte[] bytes(String name) {
        return files.get(name);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    ZipFiles with(String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, content);
        return new ZipFiles(changed);
    }

    ZipFiles with(String name, UnaryOperator<String> change) {
        String changed = change.apply(text(name));
        if (changed.equals(text(name))) {
            throw new AssertionError("nothing was changed in " + name);
        }
        return with(name, changed.getBytes(StandardCharsets.UTF_8));
    }

    ZipFiles without(String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        if (changed.remove(name) == null) {
            throw new AssertionError("there is no " + name);
        }
        return new ZipFiles(changed);
    }

    ZipFiles swapped(String one, String other) {
        return with(one, bytes(other)).with(other, bytes(one));
    }

    byte[] stored() {
        return packed(ZipEntry.STORED);
    }

    byte[] compressed() {
        return packed(ZipEntry.DEFLATED);
    }

    private byte[] packed(int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(method);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    void unpack(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
