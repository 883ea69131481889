package org.preventionnetwork.registry.command.imports.runs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Writes uploads, as they arrive, into files that only this process's user may read. The container would write them with
 * whatever rights the process's umask leaves, and names of officials may be in them.
 *
 * <p>What is refused or cut off leaves no file behind; what a killed process leaves is deleted at the next start.
 */
final class PrivateUploads implements MultipartResolver {
    private static final Logger log = LoggerFactory.getLogger(PrivateUploads.class);
    private static final int MOST_PARTS = 10;
    private static final int LONGEST_FIELD = 16 * 1024;
    private static final long ROOM_FOR_HEADERS = 64 * 1024;

    private final UploadFolder folder;
    private final long limit;

    /** @param limit of a file, in bytes */
    PrivateUploads(UploadFolder folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length());
    }

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
        Map<String, String[]> fields = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        try {
            read(request, files, fields, types);
        } catch (IOException failure) {
            delete(files);
            throw refused(failure);
        } catch (InvalidFileNameException failure) {
            delete(files);
            throw new MultipartException("a part's file name has a character that is none", failure);
        } catch (RuntimeException failure) {
            delete(files);
            throw failure;
        }
        return new DefaultMultipartHttpServletRequest(request, files, fields, types);
    }

    private void read(
            HttpServletRequest request,
            MultiValueMap<String, MultipartFile> files,
            Map<String, String[]> fields,
            Map<String, String> types)
            throws IOException {
        FileUpload upload = new FileUpload();
        upload.setFileSizeMax(limit);
        upload.setSizeMax(limit + ROOM_FOR_HEADERS);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
        for (int number = 0; parts.hasNext(); number++) {
            FileItemStream part = parts.next();
            if (number == MOST_PARTS) {
                throw new MultipartException("more than " + MOST_PARTS + " parts");
            }
            String name = Objects.requireNonNullElse(part.getFieldName(), "");
            try (InputStream content = part.openStream()) {
                if (part.isFormField()) {
                    byte[] value = content.readNBytes(LONGEST_FIELD + 1);
                    if (value.length > LONGEST_FIELD) {
                        throw new MaxUploadSizeExceededException(LONGEST_FIELD);
                    }
                    fields.merge(name, new String[] {new String(value, StandardCharsets.UTF_8)}, PrivateUploads::both);
                    types.put(name, Objects.requireNonNullElse(part.getContentType(), "text/plain"));
                } else {
                    Path file = folder.newFile();
                    files.add(name, new Uploaded(name, part.getName(), part.getContentType(), file));
                    // Into the file that is there: a copy that replaced it would have other rights.
                    try (OutputStream into = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                        content.transferTo(into);
                    }
                }
            }
        }
    }

    /** A field that is said twice is not taken for either; who answers refuses it. */
    private static String[] both(String[] first, String[] second) {
        return Stream.of(first, second).flatMap(Stream::of).toArray(String[]::new);
    }

    private RuntimeException refused(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeException) {
                return new MaxUploadSizeExceededException(limit, failure);
            }
        }
        return new MultipartException("the parts cannot be read", failure);
    }

    @Override
    public void cleanupMultipart(MultipartHttpServletRequest request) {
        delete(request.getMultiFileMap());
    }

    private static void delete(MultiValueMap<String, MultipartFile> files) {
        files.values()
                .forEach(parts -> parts.forEach(part -> {
                    Path file = ((Uploaded) part).file();
                    try {
                        Files.deleteIfExists(file);
                    } catch (IOException e) {
                        log.warn("The uploaded file {} could not be deleted: {}", file, FailureText.of(e));
                    }
                }));
    }

    /** A file that arrived. */
    private record Uploaded(String getName, @Nullable String originalName, @Nullable String getContentType, Path file)
            implements MultipartFile {

        @Override
        public String getOriginalFilename() {
            return originalName == null ? "" : originalName;
        }

        @Override
        public boolean isEmpty() {
            return getSize() == 0;
        }

        @Override
        public long getSize() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public byte[] getBytes() throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void transferTo(java.io.File target) throws IOException {
            transferTo(target.toPath());
        }

        @Override
        public void transferTo(Path target) throws IOException {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
