package org.prakat.gateway.adapter.in.ui.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The parts of a document as they are read aloud, wherever they stand on its pages (ISO 32000-1, 14.7 and 14.8). */
final class Structure {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = part(StandardStructureTypes.DOCUMENT, root);

    /** @param type one of {@link StandardStructureTypes} */
    PDStructureElement part(String type) {
        return part(type, whole);
    }

    /** The next part of another one. */
    static PDStructureElement part(String type, PDStructureNode of) {
        PDStructureElement part = new PDStructureElement(type, of);
        of.appendKid(part);
        return part;
    }

    /** @param pages which are all in the document */
    void addTo(PDDocument document, List<Page> pages) {
        Map<Integer, COSObjectable> partsOfPages = new TreeMap<>();
        for (int each = 0; each < pages.size(); each++) {
            document.getPage(each).setStructParents(each);
            partsOfPages.put(each, new COSArray(pages.get(each).parts()));
        }
        PDNumberTreeNode partOfEachMark = new PDNumberTreeNode(PDParentTreeValue.class);
        partOfEachMark.setNumbers(partsOfPages);
        root.setParentTree(partOfEachMark);
        root.setParentTreeNextKey(pages.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
    }
}
