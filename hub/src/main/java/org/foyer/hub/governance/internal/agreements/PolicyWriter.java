package org.foyer.hub.governance.internal.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.AgreementTerms.Party;

/**
 * The rules that machines enforce: an agreement of ODRL 2.2 (W3C, ODRL Information Model 2.2) in the profile of Foyer. Each rule has one
 * assigner, one assignee and one target, which are collections whose members are named by the term {@code foyer:member} of the profile.
 * What nothing permits is forbidden.
 */
final class PolicyWriter {

    static final String ODRL = "http://www.w3.org/ns/odrl.jsonld";
    static final String PROFILE = "/policy-profile";
    static final String TERM = "foyer:";

    /** Actions of the common vocabulary of ODRL are not the profile's own. */
    private static final List<String> COMMON = List.of("distribute", "sell", "aggregate");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private PolicyWriter() {}

    /** Members in alphabetical order and no blanks, so that the same terms are written alike. */
    static String of(AgreementTemplate template, AgreementTerms terms, String uid) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("@context", List.of(ODRL, Map.of("foyer", terms.base() + PROFILE + "#")));
        policy.put("@type", "Agreement");
        policy.put("uid", uid);
        policy.put("profile", terms.base() + PROFILE);
        policy.put("conflict", "prohibit");
        Map<String, Object> permission = rule(terms, uid, template.action());
        permission.put("constraint", constraints(template, terms));
        policy.put("permission", List.of(permission));
        policy.put(
                "prohibition",
                template.forbidden().stream()
                        .map(action -> rule(terms, uid, action))
                        .toList());
        return json(policy);
    }

    static String action(String action) {
        return COMMON.contains(action) ? action : TERM + action;
    }

    static String data(String id) {
        return TERM + "data-" + id;
    }

    static String purpose(String id) {
        return TERM + "purpose-" + id;
    }

    private static Map<String, Object> rule(AgreementTerms terms, String uid, String action) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("action", action(action));
        rule.put("assigner", collection("PartyCollection", uid + "#givers", iris(terms, terms.parties())));
        rule.put("assignee", collection("PartyCollection", uid + "#takers", iris(terms, terms.recipients())));
        rule.put(
                "target",
                collection(
                        "AssetCollection",
                        uid + "#data",
                        terms.data().stream().map(one -> data(one.id())).toList()));
        return rule;
    }

    private static List<String> iris(AgreementTerms terms, List<Party> parties) {
        return parties.stream().map(terms::iri).toList();
    }

    private static Map<String, Object> collection(String type, String uid, List<String> members) {
        return Map.of("@type", type, "uid", uid, TERM + "member", members);
    }

    private static List<Map<String, Object>> constraints(AgreementTemplate template, AgreementTerms terms) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(constraint("dateTime", "gteq", typed(terms.from().toString(), "xsd:date")));
        all.add(constraint("dateTime", "lteq", typed(terms.until().toString(), "xsd:date")));
        all.add(constraint("purpose", "eq", purpose(template.purpose())));
        all.add(constraint(TERM + "houses", "gteq", typed(Integer.toString(terms.housesMin()), "xsd:integer")));
        all.add(constraint(TERM + "buyers", "gteq", typed(Integer.toString(terms.buyersMin()), "xsd:integer")));
        if (terms.usesMax() != null) {
            all.add(constraint("count", "lteq", typed(terms.usesMax().toString(), "xsd:integer")));
        }
        return all;
    }

    private static Map<String, Object> constraint(String left, String operator, Object right) {
        return Map.of("leftOperand", left, "operator", operator, "rightOperand", right);
    }

    private static Map<String, String> typed(String value, String type) {
        return Map.of("@value", value, "@type", type);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
