/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-body-shape"

#include "config.h"

#include "unknot-body-shape.h"

#define MAX_REGIONS 64

/* Paths are written for the half of the figure on the right of the picture, and mirrored. Where a
 * region ends with the figure they go beyond it, as the figure cuts them. */
typedef struct
{
  UnknotBodyFace face;
  const char *area;
  const char *middle; /* nullable: half of the region on the midline, from its top to its bottom */
  double middle_y;
  const char *beside; /* nullable: the region on the right */
  UnknotBodyPoint beside_point;
} Part;

/* Half of the figure, from the crown to between the legs. */
#define FIGURE \
  "M 0 0 C 34 0 53 24 53 60 C 53 88 46 106 40 116 C 38 126 38 138 40 148 C 43 166 64 174 92 181 " \
  "C 128 188 150 204 157 238 C 162 264 163 290 166 326 C 168 352 175 374 176 402 " \
  "C 177 440 173 472 171 500 C 172 516 177 532 177 554 C 177 580 171 604 162 604 " \
  "C 154 604 151 584 149 566 C 142 560 137 548 139 534 C 141 522 145 514 146 500 " \
  "C 143 470 138 440 136 408 C 134 370 130 330 122 286 C 121 282 119 282 118 288 " \
  "C 117 320 108 350 107 392 C 106 428 121 462 126 510 C 130 550 127 606 119 660 " \
  "C 113 706 102 734 101 768 C 101 800 109 826 105 862 C 100 896 92 916 90 940 " \
  "C 89 958 101 968 103 984 C 104 996 95 1000 79 1000 C 63 1000 52 998 51 986 " \
  "C 51 970 57 958 56 940 C 54 912 37 884 37 850 C 37 812 44 792 42 764 " \
  "C 39 716 19 664 11 616 C 9 599 5 592 0 592"

#define SHOULDER \
  "M 98 187 L 98 150 L 190 150 L 190 292 C 160 296 136 290 122 274 C 112 252 101 226 98 187"
#define ARM \
  "M 122 274 C 136 290 160 296 190 292 L 230 292 L 230 640 L 134 640 L 134 500 L 124 400 L 121 300"
#define KNEE \
  "M 0 738 L 40 738 C 64 745 86 745 106 738 L 140 738 L 140 806 L 106 806 C 86 812 64 812 40 806 " \
  "L 0 806"
#define LOWER_LEG \
  "M 0 806 L 40 806 C 64 812 86 812 106 806 L 140 806 L 140 930 L 95 930 C 83 934 66 934 54 930 " \
  "L 0 930"
#define FOOT "M 0 930 L 54 930 C 66 934 83 934 95 930 L 140 930 L 140 1010 L 0 1010"

static const Part parts[] = {
  {
    UNKNOT_BODY_FACE_BACK, "neck",
    "M 0 119 C 6 119 12 118 17 117 C 17 142 17 170 20 200 L 0 202", 160,
    "M 17 117 C 27 115 35 113 43 108 L 70 112 L 98 160 L 98 187 C 76 200 46 204 20 200 "
    "C 17 170 17 142 17 117", { 36, 182 },
  },
  { UNKNOT_BODY_FACE_BACK, "shoulder", NULL, 0, SHOULDER, { 134, 240 } },
  { UNKNOT_BODY_FACE_BACK, "arm", NULL, 0, ARM, { 156, 408 } },
  {
    UNKNOT_BODY_FACE_BACK, "upper",
    "M 0 202 L 20 200 C 22 226 25 250 26 276 L 0 277", 240,
    "M 20 200 C 46 204 76 200 98 187 C 101 226 112 252 122 274 L 121 282 C 90 286 58 281 26 276 "
    "C 25 250 22 226 20 200", { 64, 242 },
  },
  {
    UNKNOT_BODY_FACE_BACK, "middle",
    "M 0 277 L 26 276 C 27 308 27 340 27 370 L 0 371", 324,
    "M 26 276 C 58 281 90 286 121 282 L 121 300 L 124 366 L 112 366 C 98 370 84 373 70 373 "
    "C 56 373 41 372 27 370 C 27 340 27 308 26 276", { 62, 326 },
  },
  {
    UNKNOT_BODY_FACE_BACK, "lower",
    "M 0 371 L 27 370 C 27 404 28 440 28 474 C 28 500 14 524 0 538", 436,
    "M 27 370 C 41 372 56 373 70 373 C 68 410 70 446 80 478 C 62 480 44 478 28 474 "
    "C 28 440 27 404 27 370", { 49, 424 },
  },
  {
    UNKNOT_BODY_FACE_BACK, "flank", NULL, 0,
    "M 70 373 C 84 373 98 370 112 366 L 124 366 L 124 400 L 134 472 L 124 472 C 108 476 94 478 "
    "80 478 C 70 446 68 410 70 373", { 90, 424 },
  },
  {
    UNKNOT_BODY_FACE_BACK, "hip", NULL, 0,
    "M 80 478 C 94 478 108 476 124 472 L 134 472 L 134 604 C 122 605 110 601 98 596 "
    "C 88 560 82 520 80 478", { 106, 538 },
  },
  {
    UNKNOT_BODY_FACE_BACK, "buttock", NULL, 0,
    "M 28 474 C 44 478 62 480 80 478 C 82 520 88 560 98 596 C 76 606 52 604 36 596 "
    "C 36 572 24 544 0 538 C 14 524 28 500 28 474", { 56, 540 },
  },
  {
    UNKNOT_BODY_FACE_BACK, "saddle",
    "M 0 538 C 24 544 36 572 36 596 C 36 612 30 628 12 640 L 0 640", 566, NULL,
  },
  {
    UNKNOT_BODY_FACE_BACK, "thigh-back", NULL, 0,
    "M 98 596 C 110 601 122 605 134 604 L 140 738 L 106 738 C 86 745 64 745 40 738 L 0 738 L 0 640 "
    "L 12 640 C 30 628 36 612 36 596 C 52 604 76 606 98 596", { 72, 664 },
  },
  { UNKNOT_BODY_FACE_BACK, "knee", NULL, 0, KNEE, { 72, 774 } },
  { UNKNOT_BODY_FACE_BACK, "calf", NULL, 0, LOWER_LEG, { 72, 862 } },
  { UNKNOT_BODY_FACE_BACK, "foot", NULL, 0, FOOT, { 76, 968 } },

  {
    UNKNOT_BODY_FACE_FRONT, "neck", NULL, 0,
    "M 0 140 C 18 140 34 132 41 108 L 70 112 L 98 160 L 98 187 C 72 190 40 192 22 204 L 0 206",
    { 26, 176 },
  },
  { UNKNOT_BODY_FACE_FRONT, "shoulder", NULL, 0, SHOULDER, { 134, 240 } },
  { UNKNOT_BODY_FACE_FRONT, "arm", NULL, 0, ARM, { 156, 408 } },
  {
    UNKNOT_BODY_FACE_FRONT, "chest",
    "M 0 206 L 22 204 C 24 246 24 290 24 326 C 16 324 8 323 0 323", 262,
    "M 22 204 C 40 192 72 190 98 187 C 101 226 112 252 122 274 L 121 300 L 124 366 L 112 366 "
    "C 98 366 84 362 70 356 C 52 346 38 334 24 326 C 24 290 24 246 22 204", { 68, 268 },
  },
  {
    UNKNOT_BODY_FACE_FRONT, "belly",
    "M 0 323 C 8 323 16 324 24 326 C 27 380 27 450 26 522 C 18 527 9 529 0 529", 424,
    "M 24 326 C 38 334 52 346 70 356 C 68 400 70 446 80 478 C 62 496 44 512 26 522 "
    "C 27 450 27 380 24 326", { 49, 424 },
  },
  {
    UNKNOT_BODY_FACE_FRONT, "flank", NULL, 0,
    "M 70 356 C 84 362 98 366 112 366 L 124 366 L 124 400 L 134 472 L 124 472 C 108 476 94 478 "
    "80 478 C 70 446 68 400 70 356", { 90, 424 },
  },
  {
    UNKNOT_BODY_FACE_FRONT, "hip", NULL, 0,
    "M 80 478 C 94 478 108 476 124 472 L 134 472 L 134 592 C 118 584 104 564 94 542 "
    "C 88 522 83 500 80 478", { 106, 518 },
  },
  {
    UNKNOT_BODY_FACE_FRONT, "groin", NULL, 0,
    "M 80 478 C 83 500 88 522 94 542 C 78 566 58 584 36 596 C 35 570 31 546 26 522 "
    "C 44 512 62 496 80 478", { 58, 538 },
  },
  {
    UNKNOT_BODY_FACE_FRONT, "saddle",
    "M 0 529 C 9 529 18 527 26 522 C 31 546 35 570 36 596 C 36 612 30 628 12 640 L 0 640",
    562, NULL,
  },
  {
    UNKNOT_BODY_FACE_FRONT, "thigh-front", NULL, 0,
    "M 94 542 C 104 564 118 584 134 592 L 140 738 L 106 738 C 86 745 64 745 40 738 L 0 738 L 0 640 "
    "L 12 640 C 30 628 36 612 36 596 C 58 584 78 566 94 542", { 76, 656 },
  },
  { UNKNOT_BODY_FACE_FRONT, "knee", NULL, 0, KNEE, { 72, 774 } },
  { UNKNOT_BODY_FACE_FRONT, "shin", NULL, 0, LOWER_LEG, { 72, 862 } },
  { UNKNOT_BODY_FACE_FRONT, "foot", NULL, 0, FOOT, { 76, 968 } },
};

/* Made once. */
static struct
{
  GArray *figure;
  UnknotBodyRegion regions[MAX_REGIONS];
  guint n_regions;
} map;

/* --- Paths --- */

static UnknotBodyPoint
get_point (GArray *path,
           guint   place)
{
  return g_array_index (path, UnknotBodyPoint, place);
}

static void
read_points (GArray      *path,
             const char **words,
             guint        n_points)
{
  for (guint i = 0; i < n_points; i++)
    {
      double x = g_ascii_strtod (*words, (char **) words);
      UnknotBodyPoint point = { x, g_ascii_strtod (*words, (char **) words) };

      g_array_append_val (path, point);
    }
}

/* A curve with its handles in the middle: cairo_in_fill() leaves one out that has them at its
 * ends. */
static void
read_line (GArray      *path,
           const char **words)
{
  UnknotBodyPoint start = get_point (path, path->len - 1);
  UnknotBodyPoint end, middle;

  read_points (path, words, 1);
  end = get_point (path, path->len - 1);
  middle = (UnknotBodyPoint) { (start.x + end.x) / 2, (start.y + end.y) / 2 };
  g_array_insert_val (path, path->len - 1, middle);
  g_array_insert_val (path, path->len - 1, middle);
}

/* As in SVG, of M, L and C. */
static GArray *
read_path (const char *words)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (UnknotBodyPoint));

  while (*words != '\0')
    {
      char command = *words++;

      switch (command)
        {
        case 'M':
          read_points (path, &words, 1);
          break;
        case 'L':
          read_line (path, &words);
          break;
        case 'C':
          read_points (path, &words, 3);
          break;
        default:
          g_assert (g_ascii_isspace (command));
        }
    }

  return path;
}

static UnknotBodyPoint
mirror_point (UnknotBodyPoint point)
{
  return (UnknotBodyPoint) { -point.x, point.y };
}

static GArray *
mirror_path (GArray *path)
{
  GArray *mirrored = g_array_sized_new (FALSE, FALSE, sizeof (UnknotBodyPoint), path->len);

  for (guint i = 0; i < path->len; i++)
    {
      UnknotBodyPoint point = mirror_point (get_point (path, i));

      g_array_append_val (mirrored, point);
    }

  return mirrored;
}

/* Goes back as it came, on the other side of the midline. */
static GArray *
read_symmetric_path (const char *words)
{
  GArray *path = read_path (words);

  for (int i = path->len - 2; i >= 0; i--)
    {
      UnknotBodyPoint point = mirror_point (get_point (path, i));

      g_array_append_val (path, point);
    }

  return path;
}

/* --- Regions --- */

static void
add_region (const Part      *part,
            const char      *side,
            UnknotBodyPoint  middle,
            GArray          *path)
{
  g_assert (map.n_regions < MAX_REGIONS);
  map.regions[map.n_regions++] = (UnknotBodyRegion) { part->face, part->area, side, middle, path };
}

static void
add_beside (const Part *part,
            const char *side,
            gboolean    mirrored)
{
  g_autoptr (GArray) path = read_path (part->beside);

  if (mirrored)
    add_region (part, side, mirror_point (part->beside_point), mirror_path (path));
  else
    add_region (part, side, part->beside_point, g_steal_pointer (&path));
}

/* One sees a back as its owner's left is, and a front the other way round. */
static void
add_regions (const Part *part)
{
  gboolean back = part->face == UNKNOT_BODY_FACE_BACK;

  if (part->beside != NULL)
    add_beside (part, "left", back);
  if (part->middle != NULL)
    add_region (part, "midline", (UnknotBodyPoint) { 0, part->middle_y },
                read_symmetric_path (part->middle));
  if (part->beside != NULL)
    add_beside (part, "right", !back);
}

static void
ensure_map (void)
{
  static gsize made;

  if (!g_once_init_enter (&made))
    return;

  map.figure = read_symmetric_path (FIGURE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_regions (&parts[i]);
  g_once_init_leave (&made, 1);
}

/**
 * unknot_body_shape_get_figure:
 *
 * Returns: (transfer none): the path about a figure, the same from behind and from before
 */
GArray *
unknot_body_shape_get_figure (void)
{
  ensure_map ();

  return map.figure;
}

/**
 * unknot_body_shape_get_regions:
 * @n_regions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_regions): all regions, in the order to list them
 */
const UnknotBodyRegion *
unknot_body_shape_get_regions (guint *n_regions)
{
  ensure_map ();
  *n_regions = map.n_regions;

  return map.regions;
}

/**
 * unknot_body_shape_add:
 * @path: the figure's, or a region's
 *
 * Adds @path to the path of @cr.
 */
void
unknot_body_shape_add (cairo_t *cr,
                       GArray  *path)
{
  UnknotBodyPoint start = get_point (path, 0);

  cairo_move_to (cr, start.x, start.y);
  for (guint i = 1; i + 2 < path->len; i += 3)
    {
      UnknotBodyPoint one = get_point (path, i);
      UnknotBodyPoint two = get_point (path, i + 1);
      UnknotBodyPoint end = get_point (path, i + 2);

      cairo_curve_to (cr, one.x, one.y, two.x, two.y, end.x, end.y);
    }
  cairo_close_path (cr);
}

/**
 * unknot_body_shape_trace:
 * @path: the figure's, or a region's
 *
 * Makes @path the path of @cr.
 */
void
unknot_body_shape_trace (cairo_t *cr,
                         GArray  *path)
{
  cairo_new_path (cr);
  unknot_body_shape_add (cr, path);
}
