package org.prakat.publishing.adapter.in.site;

import org.prakat.publishing.domain.Publication;
import org.springframework.ui.Model;

/** What the page of an item shows: on the site, and as a preview before. */
final class ItemModel {

    private final SiteNames names;
    private final SiteAddress address;
    private final SchemaOrg metadata;

    ItemModel(SiteNames names, SiteAddress address, SchemaOrg metadata) {
        this.names = names;
        this.address = address;
        this.metadata = metadata;
    }

    void show(Publication publication, Model model) {
        ItemView item = ItemView.of(publication, names);
        model.addAttribute("metadata", metadata.dataBlock(item));
        show(item, item.address() + "/qr.svg", model);
    }

    /** The same before it is published, with what it links to taken from the staff's side. */
    void preview(Publication publication, Model model) {
        String own = "/api/publications/" + publication.id();
        model.addAttribute("preview", true);
        show(
                ItemView.of(publication, names, file -> own + "/attachments/" + file.id()),
                own + "/preview/qr.svg",
                model);
    }

    private void show(ItemView item, String code, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("permanentAddress", address.of(item.address()));
        model.addAttribute("code", code);
    }

    QrCode code(Publication publication) {
        return QrCode.of(address.of(publication.address()));
    }
}
