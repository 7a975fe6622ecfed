package org.prakat.common.reference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.WorkGroupDefined;
import tools.jackson.databind.json.JsonMapper;

/** Reference data in one collection, {@code {_id: subject, version, office, holder, body}}; the body is the event's JSON. */
public final class MongoReferenceData implements ReferenceData {

    private final MongoCollection<BsonDocument> collection;
    private final JsonMapper json = JsonMapper.shared();

    public MongoReferenceData(MongoDatabase database) {
        this.collection = database.getCollection("reference_data", BsonDocument.class);
        collection.createIndex(Indexes.ascending("kind", "office"));
        collection.createIndex(Indexes.ascending("holder"));
    }

    @Override
    public void put(ReferenceEvent event) {
        BsonDocument document = new BsonDocument("_id", new BsonString(event.subject()))
                .append("version", new BsonInt64(event.version()))
                .append("kind", new BsonString(kind(event.getClass())))
                .append("body", new BsonString(json.writeValueAsString(event)));
        if (event instanceof CategoryDefined category) {
            document.append("office", new BsonString(category.office()));
        } else if (event instanceof WorkGroupDefined group) {
            document.append("office", new BsonString(group.office()));
        } else if (event instanceof StaffDefined staff) {
            document.append("office", new BsonString(staff.office()));
        } else if (event instanceof AppointmentOrderDefined order) {
            document.append("office", new BsonString(order.office())).append("holder", new BsonString(order.holder()));
        }
        Bson older = and(eq("_id", event.subject()), lt("version", event.version()));
        try {
            collection.replaceOne(older, document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // The upsert collides with a version that is not older: it is the one to keep.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public boolean knows(Collection<String> subjects) {
        return collection.countDocuments(in("_id", subjects)) == subjects.size();
    }

    @Override
    public Optional<OfficeDefined> office(String id) {
        return byId("office/" + id, OfficeDefined.class);
    }

    @Override
    public Optional<WorkGroupDefined> workGroup(String id) {
        return byId("work-group/" + id, WorkGroupDefined.class);
    }

    @Override
    public Optional<CategoryDefined> category(String id) {
        return byId("category/" + id, CategoryDefined.class);
    }

    @Override
    public Optional<StaffDefined> staff(String id) {
        return byId("staff/" + id, StaffDefined.class);
    }

    @Override
    public Optional<OfficeClientDefined> officeClient(String actor) {
        return byId(actor, OfficeClientDefined.class);
    }

    @Override
    public Optional<PublicHolidaysDefined> publicHolidays(String office) {
        return byId("public-holidays/" + office, PublicHolidaysDefined.class);
    }

    @Override
    public ReasonsDefined reasons(String office) {
        return byId("reasons/" + office, ReasonsDefined.class).orElseGet(() -> ReasonsDefined.ofTheProcedure(office));
    }

    @Override
    public List<WorkGroupDefined> workGroups(String office) {
        return all(ofOffice(WorkGroupDefined.class, office), WorkGroupDefined.class).stream()
                .sorted(Comparator.comparing(group -> group.name().th()))
                .toList();
    }

    @Override
    public List<CategoryDefined> categories(String office) {
        return all(ofOffice(CategoryDefined.class, office), CategoryDefined.class).stream()
                .sorted(Comparator.comparingInt(CategoryDefined::position).thenComparing(CategoryDefined::id))
                .toList();
    }

    @Override
    public List<AppointmentOrderDefined> ordersOf(String holder) {
        return all(eq("holder", holder), AppointmentOrderDefined.class);
    }

    @Override
    public List<StaffDefined> administrators(String office) {
        return all(ofOffice(StaffDefined.class, office), StaffDefined.class).stream()
                .filter(staff -> staff.administrator() && staff.active())
                .sorted(Comparator.comparing(StaffDefined::name))
                .toList();
    }

    @Override
    public List<AppointmentOrderDefined> orders(String office) {
        return all(ofOffice(AppointmentOrderDefined.class, office), AppointmentOrderDefined.class);
    }

    private <T extends ReferenceEvent> Optional<T> byId(String subject, Class<T> type) {
        return Optional.ofNullable(collection.find(eq("_id", subject)).first()).map(document -> read(document, type));
    }

    private <T extends ReferenceEvent> List<T> all(Bson filter, Class<T> type) {
        List<T> found = new ArrayList<>();
        collection.find(filter).forEach(document -> found.add(read(document, type)));
        return found;
    }

    private <T> T read(BsonDocument document, Class<T> type) {
        return json.readValue(document.getString("body").getValue(), type);
    }

    private static Bson ofOffice(Class<? extends ReferenceEvent> type, String office) {
        return and(eq("kind", kind(type)), eq("office", office));
    }

    private static String kind(Class<? extends ReferenceEvent> type) {
        return type.getSimpleName();
    }
}
