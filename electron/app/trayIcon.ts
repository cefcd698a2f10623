/**
 * An envelope, 32 px, as PNG in base64: so small that a file of its own would only need a path in every package.
 * `template` is black on nothing, as macOS wants it in the menu bar.
 */
export const envelope = {
  template:
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAwklEQVR42mNgGAWjYBQgwH8646HhgPdAXE8hfk9pCJwHYn4yopQfqpfkEOgH4vlYQkKfBMv1sfh8PtRsgg6oh/Lzsbg6nwjL8emrJ8UB+HzCjyPICYUcyQ7AFZcgvjySGnkcatAdSpYDYKAfi+/8oRg9lPpxmEGRA0AgHk+2gjkqHo9+ih0ASxf3sVh+n4icQhUHwNLFeiQ964ksK6jmAGQDSVVPVQeQCkYdMDQcsJ8KVTAuvH/INUjo6oBRMApGJgAAAIglUMyCBNIAAAAASUVORK5CYII=',
  coloured:
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAA7klEQVR42mNgGAWjYBRAgZbrhv/0xEPDAeYBW/5PWXSdIgwyg6IQCEzf9//j51//SQUgPSC9JIdA+7RL/yu7zmKExPU7H4i2HKQW3ecgM0FmE3QAKNhAYOHaOxiuBokRAvj0gcwm2gH4fIItSkBihEKOZAfgiksQ/8nzr3A1IDY2NegOJcsBMIAcfzDf7TnyDIzRQwmkFhugyAEgsH7nQ5zZCuYokBpcgGIHwNKFS8xODMtBYoRyClUcAEsXOfUn4IaB2MSUFVRzALKBpKqnqgNIBaMOGBoOiC8+THEVjAuDzB5aDRK6OmAUjIIRCwBd6JDp/0iGswAAAABJRU5ErkJggg==',
} as const;
