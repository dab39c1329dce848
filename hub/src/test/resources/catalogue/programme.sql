-- A house's programme with everything that may be missing, moved or hostile.
insert into venue (house, id, name, street, postcode, city, region, country, url, run) values
  (1, 1000001, 'Théâtre des Célestins', '4 rue Charles Dullin', '69002', 'Lyon', 'Auvergne-Rhône-Alpes', 'FR', 'https://venue.example/lyon', 1),
  (1, 1000002, 'Apollo Rooms', null, null, 'Manhattan', 'NY', 'US', null, 1),
  (1, 1000003, 'Salle des fêtes', null, null, null, null, null, 'javascript:alert(1)', 1),
  (1, 1000004, 'Never played', null, null, 'Nowhere', null, null, null, 1),
  (2, 1000001, 'Another house''s venue', null, null, null, null, null, null, 1);
insert into production (house, id, title, genre, producer, description, url, run) values
  (1, 1000001, 'Le Misanthrope', 'Théâtre', 'Compagnie du Soir', 'Une comédie en cinq actes.', 'https://house.example/misanthrope', 1),
  (1, 1000002, 'Mozart · Weber', 'concert', null, null, null, 1),
  (1, 1000003, '</script><script>alert("&")</script>', 'inconnu', null, 'Ligne 1' || chr(13) || chr(10) || 'Ligne 2; fin, \', 'javascript:alert(1)', 1),
  (2, 1000001, 'Another house''s show', null, null, null, null, 1);
insert into performance
  (house, id, source_ref, production, venue, hall, starts_at, day, starts_local, state, capacity, held, potential, season, event_type, run)
values
  (1, 1000001, 'a', 1000001, 1000001, 'Grande salle', '2025-01-10 19:00:00', '2025-01-10', '2025-01-10 20:00:00', 'scheduled', 700, 10, null, '2024-25', 'Création', 1),
  (1, 1000002, 'b', 1000001, 1000001, 'Grande salle', '2025-07-11 18:30:00', '2025-07-11', '2025-07-11 20:30:00', 'cancelled', 700, null, null, '2024-25', null, 1),
  (1, 1000003, 'c', 1000001, 1000003, null, '2025-02-01 19:00:00', '2025-02-01', '2025-02-01 20:00:00', 'postponed', null, null, null, null, null, 1),
  (1, 1000004, 'd', 1000001, 1000001, null, null, '2025-09-20', null, 'scheduled', null, null, null, null, null, 1),
  (1, 1000005, 'e', 1000001, null, null, '2025-02-03 19:00:00', '2025-02-03', '2025-02-03 20:00:00', 'moved_online', null, null, null, null, null, 1),
  (1, 1000006, 'f', 1000002, 1000002, null, '1842-12-08 00:56:02', '1842-12-07', '1842-12-07 20:00:00', 'scheduled', null, null, null, '1842-43', 'Subscription Season', 1),
  (1, 1000007, 'g', 1000003, 1000003, 'Dôme', null, '2025-03-03', '2025-03-03 18:00:00', 'rescheduled', null, null, null, null, null, 1),
  (1, 1000008, 'h', 1000003, 1000001, null, '2199-06-30 18:00:00', '2199-06-30', null, 'scheduled', 0, null, null, null, null, 1),
  (2, 1000001, 'z', 1000001, 1000001, null, null, '2025-01-10', null, 'scheduled', null, null, null, null, null, 1);
insert into work values
  (1, 1000001, '52446*', 'SYMPHONY NO. 5 IN C MINOR, OP.67', 1),
  (1, 1000002, '8834*', 'OBERON', 1),
  (1, 1000003, null, 'Le Misanthrope', 1);
insert into programme_item (house, performance, position, work, part, interval, run) values
  (1, 1000006, 1, 1000001, null, false, 1),
  (1, 1000006, 2, null, null, true, 1),
  (1, 1000006, 3, 1000002, '"Ozean, du Ungeheuer"', false, 1),
  (1, 1000001, 1, 1000003, null, false, 1);
insert into contribution (house, performance, position, name, role, instrument, run) values
  (1, 1000006, null, 'New York Philharmonic', 'orchestra', null, 1),
  (1, 1000006, 1, 'Beethoven, Ludwig van', 'composer', null, 1),
  (1, 1000006, 1, 'Hill, Ureli Corelli', 'conductor', null, 1),
  (1, 1000006, 3, 'Weber, Carl Maria von', 'composer', null, 1),
  (1, 1000006, 3, 'Hill, Ureli Corelli', 'conductor', null, 1),
  (1, 1000006, 3, 'Otto, Antoinette', 'Soloist', 'Soprano', 1),
  (1, 1000001, null, 'Jeanne Martin', 'Mise en scène', null, 1),
  (1, 1000001, null, 'Paul Durand', 'Comédien', null, 1),
  (1, 1000001, null, 'Léa Petit', 'Scénographie', null, 1),
  (1, 1000001, 1, 'Molière', 'Auteur', null, 1),
  (1, 1000003, null, 'Paul Durand', 'Comédien', null, 1),
  (1, 1000004, null, 'Paul Durand', 'Comédien', null, 1),
  (1, 1000005, null, 'Paul Durand', 'Comédien', null, 1),
  (1, 1000007, null, 'Chœur de chambre', 'chœur', null, 1),
  (2, 1000001, null, 'Another house''s guest', 'Comédien', null, 1);
