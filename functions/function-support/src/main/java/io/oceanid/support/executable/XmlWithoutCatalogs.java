package io.oceanid.support.executable;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.URI;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import javax.xml.catalog.CatalogResolver;

/**
 * What XML refers to would be looked up in catalogs, which are XML too, and read by another parser, with schemas. No XML that
 * is read here may refer to anything, so an executable has the one parser.
 */
@TargetClass(CatalogManager.class)
final class XmlWithoutCatalogs {

    private XmlWithoutCatalogs() {}

    @Substitute
    @SuppressWarnings({"unused", "DoNotCallSuggester"}) // takes the place of the method of that name
    public static CatalogResolver catalogResolver(CatalogFeatures features, URI... uris) {
        throw new UnsupportedOperationException("an executable has no catalogs of XML");
    }
}
