package org.foyer.hub.intake.internal.pull;

import java.net.URI;
import java.util.Map;
import org.foyer.kit.Connector;
import org.foyer.kit.ConnectorContract;

class SpektrixConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector() {
        return JsonConnector.shipped("spektrix");
    }

    @Override
    protected Connector.Order order() {
        return new Connector.Order(
                URI.create("https://system.spektrix.example" + ToolAnswers.SPEKTRIX), Map.of(), null, null, null, null);
    }

    @Override
    protected Map<String, String> answers() {
        return ToolAnswers.spektrix();
    }

    /** A price list that two instances share is asked once. */
    @Override
    protected String expected() {
        return """
                {"pulledFrom":"spektrix",
                "venues":[
                {"id":"1AAA","name":"Little House ","address":"12 Long Lane, London EC1A 9PT"}],
                "plans":[
                {"id":"201AAA","name":"End on","venue":{"id":"1AAA"}}],
                "events":[
                {"id":"1001AAB","webEventId":"1","name":" Lear","htmlDescription":"<p>A king</p>","duration":0,"isOnSale":true,"instanceDates":"12 February","attribute_Genre":"Drama"},
                {"id":"1009AAB","webEventId":"9","name":"Test","instanceDates":"","attribute_TestEvent":true}],
                "instances":[
                {"id":"2001AAA","webInstanceId":"1","event":{"id":"1001AAB"},"start":"2026-05-12T19:30:00","startUtc":"2026-05-12T18:30:00Z","cancelled":false,"planId":"201AAA","priceList":{"id":"7P"}},
                {"id":"2002AAA","webInstanceId":"2","event":{"id":"1001AAB"},"start":"2026-05-13T19:30:00","startUtc":"2026-05-13T18:30:00Z","cancelled":true,"planId":"201AAA","priceList":{"id":"7P"}},
                {"id":"2003AAA","webInstanceId":"3","event":{"id":"1009AAB"},"start":"2026-05-14T19:30:00","startUtc":"2026-05-14T18:30:00Z","cancelled":false,"planId":"201AAA","priceList":{"id":"8P"}}],
                "price_lists":[
                {"id":"7P","prices":[{"amount":23.50,"ticketType":{"id":"1"},"priceBand":{"id":"2"}}]},
                {"id":"8P","prices":[]}]}
                """;
    }
}
