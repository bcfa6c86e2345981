-- The question and the answer of a run stay in its row, compressed: twice as many runs fit in a page
-- of the database, and none is fetched from elsewhere. For rows that are written from now on.
ALTER TABLE "scenario" ALTER COLUMN "scenario" SET STORAGE MAIN;
ALTER TABLE "scenario" ALTER COLUMN "plan" SET STORAGE MAIN;
ALTER TABLE "scenario" SET (toast_tuple_target = 256);
