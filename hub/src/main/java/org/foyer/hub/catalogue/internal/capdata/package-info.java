/** Programmes in the vocabulary of Cap Data Opéra (Réunion des Opéras de France), as RDF/XML. */
@org.jspecify.annotations.NullMarked
package org.foyer.hub.catalogue.internal.capdata;
