-- What is shared is shared by an agreement: which version it was, where it must be known afterwards.

-- Sketches that were given before were given by no agreement; they are thrown away, and houses that agreed give them anew.
delete from reach_published;
delete from reach_sketch;
delete from reach_given;
alter table reach_given add column agreement text not null default '';

-- Tables that were published before were so by no agreement: houses that are in them see them.
alter table observatory_table add column agreement text not null default '';
