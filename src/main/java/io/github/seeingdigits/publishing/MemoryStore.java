package io.github.seeingdigits.publishing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * JBake's store of documents as a list in memory: JBake's own starts a database, which takes seconds and orders documents
 * of the same date by the number of processors. Here they are ordered by {@code order}, then by address.
 */
final class MemoryStore extends ContentStore {
    private static final Comparator<DocumentModel> ORDER = Comparator.<DocumentModel>comparingInt(
                    document -> (Integer) document.get("order"))
            .thenComparing(DocumentModel::getUri);

    private final List<DocumentModel> documents = new ArrayList<>();

    MemoryStore() {
        super("memory", "site");
    }

    @Override
    public void addDocument(DocumentModel document) {
        int at = Collections.binarySearch(documents, document, ORDER);
        documents.add(at < 0 ? -at - 1 : at + 1, document);
    }

    @Override
    public void deleteContent(String uri) {
        documents.removeIf(document -> uri.equals(document.getSourceuri()));
    }

    @Override
    public long getDocumentCount(String type) {
        return getAllContent(type).size();
    }

    @Override
    public DocumentList<DocumentModel> getDocumentStatus(String uri) {
        return select(uri, null);
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String type) {
        return select(null, type);
    }

    /** Every document, in order. */
    List<DocumentModel> all() {
        return List.copyOf(documents);
    }

    private DocumentList<DocumentModel> select(String uri, String type) {
        DocumentList<DocumentModel> selected = new DocumentList<>();
        for (DocumentModel document : documents) {
            if ((uri == null || uri.equals(document.getSourceuri()))
                    && (type == null || type.equals(document.getType()))) {
                selected.add(document);
            }
        }
        return selected;
    }
}
