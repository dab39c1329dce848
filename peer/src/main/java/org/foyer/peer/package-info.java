/** What Eclipse EDC leaves to whoever builds a connector of it: keys, a door for data that is fetched, and a hand that fetches. */
package org.foyer.peer;
