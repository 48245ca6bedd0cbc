/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-moment.h"

G_BEGIN_DECLS

/**
 * UnknotCsvOrder:
 * @UNKNOT_CSV_ORDER_DAY_MONTH_YEAR: as in 21.11.2026
 * @UNKNOT_CSV_ORDER_MONTH_DAY_YEAR: as in 11/21/2026
 *
 * In which order a date is written that does not begin with the year.
 */
typedef enum
{
  UNKNOT_CSV_ORDER_DAY_MONTH_YEAR,
  UNKNOT_CSV_ORDER_MONTH_DAY_YEAR,
} UnknotCsvOrder;

UnknotMoment  *unknot_csv_time_parse           (const char      *text,
                                                const char      *time_text,
                                                UnknotCsvOrder   order,
                                                GDateTime       *now,
                                                gboolean        *has_time,
                                                GError         **error);
UnknotMoment  *unknot_csv_time_parse_end       (const char      *text,
                                                UnknotMoment    *start,
                                                UnknotCsvOrder   order,
                                                GDateTime       *now,
                                                GError         **error);
gboolean       unknot_csv_time_tells_order     (const char      *text,
                                                UnknotCsvOrder  *order);
gboolean       unknot_csv_time_is_doubtful     (const char      *text);
UnknotCsvOrder unknot_csv_time_get_usual_order (void);

G_END_DECLS
