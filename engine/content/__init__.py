"""From the YAML text that authors write to a typed `Lesson`, or to errors that say where and what to do."""
