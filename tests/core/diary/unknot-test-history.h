/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"
#include "unknot-test-diary.h"

G_BEGIN_DECLS

/* What is saved without a time is of 8 in the morning, in UTC. */

UnknotHistory          *unknot_test_history_try_load       (UnknotDiary    *diary,
                                                            int             first_day,
                                                            int             last_day,
                                                            GDateWeekday    first_weekday,
                                                            GCancellable   *cancellable,
                                                            GError        **error);
UnknotHistory          *unknot_test_history_load           (DiaryFixture   *fixture,
                                                            int             first_day,
                                                            int             last_day);
const UnknotHistoryDay *unknot_test_history_get_day        (UnknotHistory  *history,
                                                            int             day);
void                    unknot_test_history_assert_pains   (UnknotHistory  *history,
                                                            int             day,
                                                            int             n_pains,
                                                            int             lowest,
                                                            int             worst,
                                                            double          mean);
void                    unknot_test_history_assert_gap     (UnknotHistory  *history,
                                                            int             day);
void                    unknot_test_history_assert_nothing (UnknotHistory  *history);
void                    unknot_test_history_end            (UnknotEpisode  *episode,
                                                            int             day,
                                                            int             hour);
void                    unknot_test_history_add_reading    (UnknotEpisode  *episode,
                                                            int             day,
                                                            int             hour,
                                                            int             pain);
UnknotEpisode          *unknot_test_history_save_spasm     (DiaryFixture   *fixture,
                                                            int             start_day,
                                                            int             end_day,
                                                            int             worst);
void                    unknot_test_history_save_spasm_in  (DiaryFixture   *fixture,
                                                            const char     *zone,
                                                            int             day,
                                                            int             hour,
                                                            int             minute,
                                                            const char     *precision);
void                    unknot_test_history_save_day       (DiaryFixture   *fixture,
                                                            int             at,
                                                            gboolean        painless,
                                                            const char     *sleep);
UnknotRelief           *unknot_test_history_make_relief    (int             day,
                                                            const char     *measure,
                                                            const char     *effect);
void                    unknot_test_history_save_relief    (DiaryFixture   *fixture,
                                                            int             day,
                                                            const char     *measure,
                                                            const char     *effect);
UnknotDose             *unknot_test_history_make_dose      (int             day,
                                                            const char     *name,
                                                            const char     *ingredient,
                                                            const char     *effect);
void                    unknot_test_history_save_dose      (DiaryFixture   *fixture,
                                                            int             day,
                                                            const char     *name,
                                                            const char     *ingredient,
                                                            const char     *effect);
void                    unknot_test_history_save_event     (DiaryFixture   *fixture,
                                                            int             day,
                                                            const char     *kind,
                                                            const char     *title);
UnknotPeg              *unknot_test_history_save_peg       (DiaryFixture   *fixture,
                                                            int             day,
                                                            int             hour,
                                                            int             pain);
void                    unknot_test_history_save_check     (DiaryFixture   *fixture,
                                                            int             day,
                                                            const char     *level);
void                    unknot_test_history_assert_spasms  (UnknotHistory  *history,
                                                            const char     *expected);

G_END_DECLS
