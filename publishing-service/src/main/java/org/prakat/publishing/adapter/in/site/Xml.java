package org.prakat.publishing.adapter.in.site;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document as it goes. */
final class Xml implements AutoCloseable {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();
    private static final String ENCODING = "UTF-8";

    private final XMLStreamWriter writer;

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** Begins with the root element, whose name space all others have, too. */
    static Xml begin(OutputStream out, String root, String namespace) {
        try {
            Xml xml = new Xml(FACTORY.createXMLStreamWriter(out, ENCODING));
            xml.writer.writeStartDocument(ENCODING, "1.0");
            xml.writer.writeStartElement(root);
            xml.writer.writeDefaultNamespace(namespace);
            return xml;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml attribute(String name, String value) {
        return write(() -> writer.writeAttribute(name, value));
    }

    Xml start(String name) {
        return write(() -> writer.writeStartElement(name));
    }

    Xml end() {
        return write(writer::writeEndElement);
    }

    /** An element with nothing but a text in it. */
    Xml text(String name, String text) {
        return write(() -> {
            writer.writeStartElement(name);
            writer.writeCharacters(text);
            writer.writeEndElement();
        });
    }

    /** An empty element with attributes, given as names and values in turn. */
    Xml empty(String name, String... attributes) {
        return write(() -> {
            writer.writeEmptyElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
        });
    }

    @Override
    public void close() {
        write(() -> {
            writer.writeEndDocument();
            writer.close();
        });
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
