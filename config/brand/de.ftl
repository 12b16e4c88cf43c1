# Words instead of the built-in German ones. Names and values are those of the built-in catalogue.
not-you = Sind Sie das nicht?
