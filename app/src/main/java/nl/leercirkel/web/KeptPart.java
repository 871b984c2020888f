package nl.leercirkel.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.FastStringWriter;

/**
 * {@code <th:block kept:part="template :: fragment" kept:by="${...}">} shows a fragment that is rendered once per value of
 * {@code kept:by} and language, and then kept as text. Rendering the layout anew took most of the time of a page.
 *
 * <p>A fragment may read nothing that is not in that value, other than texts. The CSRF token differs per request: a kept
 * text has a mark in its place.
 */
final class KeptPart extends AbstractAttributeTagProcessor {
    /** Characters in all that is kept, at most; what was asked for longest ago goes first. */
    private static final long KEPT = 16_000_000;

    private static final String TOKEN_MARK = "\u0000csrf\u0000"; // no template or text can hold this character

    private record Key(String part, Object by, Locale locale) {}

    private final Map<Key, String> kept = new LinkedHashMap<>(256, .75f, true);
    private long characters;

    KeptPart(String prefix) {
        super(TemplateMode.HTML, prefix, null, false, "part", true, 1_000, true);
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName attribute,
            String part,
            IElementTagStructureHandler structure) {
        Object by = StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, tag.getAttributeValue("kept:by"))
                .execute(context);
        String token = token(context);
        if (token == null) { // refused before there was one: a page without it is no page for the next
            structure.replaceWith(render(context, part), false);
            return;
        }
        Key key = new Key(part, by, context.getLocale());
        String text = find(key);
        if (text == null) {
            text = render(context, part);
            keep(key, text.replace(token, TOKEN_MARK));
        } else {
            text = text.replace(TOKEN_MARK, token);
        }
        structure.replaceWith(text, false);
    }

    private synchronized @Nullable String find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, String text) {
        String before = kept.put(key, text);
        characters += text.length() - (before == null ? 0 : before.length());
        Iterator<String> oldest = kept.values().iterator();
        while (characters > KEPT) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }

    private static String render(ITemplateContext context, String part) {
        String[] names = part.split(" :: ", 2);
        TemplateManager templates = context.getConfiguration().getTemplateManager();
        FastStringWriter writer = new FastStringWriter(4_000);
        templates.process(
                templates.parseStandalone(context, names[0], Set.of(names[1]), TemplateMode.HTML, true, true),
                context,
                writer);
        return writer.toString();
    }

    /** As the forms of this request have it. */
    private static @Nullable String token(ITemplateContext context) {
        return context instanceof IWebContext web
                        && web.getExchange().getAttributeValue(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : null;
    }
}
