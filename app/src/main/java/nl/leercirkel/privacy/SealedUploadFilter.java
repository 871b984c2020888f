package nl.leercirkel.privacy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Takes the files of a form apart before anybody else reads the form: the web server would put them on disk as they are. They are
 * encrypted while they come in; the handler finds them by {@link #uploads}. After the request they are gone.
 */
@Component
@Order(SealedUploadFilter.ORDER)
public class SealedUploadFilter extends OncePerRequestFilter {
    private static final String ATTRIBUTE = "nl.leercirkel.privacy.uploads";

    /** After the limit on size (-105), before Spring Security (-100), which reads the form. */
    static final int ORDER = -104;

    private static final int LONGEST_FIELD = 100_000;
    private static final int MOST_PARTS = 2_000;

    private final List<PathPattern> paths;
    private final DataSize most;

    SealedUploadFilter(
            ObjectProvider<SealedUploadPath> paths,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.paths = paths.stream()
                .map(path -> PathPatternParser.defaultInstance.parse(path.path()))
                .toList();
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return true;
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return paths.stream().noneMatch(pattern -> pattern.matches(path));
    }

    /** What came with the form, encrypted; only until the request ends. */
    public static List<SealedUpload> uploads(HttpServletRequest request) {
        List<SealedUpload> uploads = new ArrayList<>();
        if (request.getAttribute(ATTRIBUTE) instanceof List<?> sent) {
            sent.forEach(upload -> uploads.add((SealedUpload) upload));
        }
        return uploads;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<SealedUpload> uploads = new ArrayList<>();
        try {
            Map<String, List<String>> fields = read(request, uploads);
            request.setAttribute(ATTRIBUTE, uploads);
            chain.doFilter(new WithoutFiles(request, fields), response);
        } catch (SizeException tooLarge) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (FileUploadException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } finally {
            for (SealedUpload upload : uploads) {
                upload.close();
            }
        }
    }

    private Map<String, List<String>> read(HttpServletRequest request, List<SealedUpload> uploads)
            throws IOException, FileUploadException {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setSizeMax(most.toBytes());
        upload.setFileCountMax(MOST_PARTS);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            try (InputStream content = part.openStream()) {
                if (part.isFormField()) {
                    fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                            .add(new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8));
                } else if (part.getName() != null && !part.getName().isBlank()) {
                    uploads.add(SealedUpload.of(part.getName(), content));
                }
            }
        }
        return fields;
    }

    /** The form as if it had no files: nobody after this may look for parts in a body that was read. */
    private static final class WithoutFiles extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        private WithoutFiles(HttpServletRequest request, Map<String, List<String>> fields) {
            super(request);
            fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type")
                    ? Collections.enumeration(List.of(getContentType()))
                    : super.getHeaders(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }
}
