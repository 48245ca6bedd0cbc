/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-moment.h"

G_BEGIN_DECLS

/**
 * UnknotDatabase:
 *
 * A connection to an SQLite file, for one thread at a time. What goes wrong on it is told in
 * %UNKNOT_DIARY_ERROR.
 */
typedef struct _UnknotDatabase UnknotDatabase;

/**
 * UnknotStatement:
 *
 * A statement on its way: what it needs is added in the order of its parameters, and of each row
 * what it gives is taken in the order of its columns. A mistake in it shows when it is stepped.
 */
typedef struct _UnknotStatement UnknotStatement;

/**
 * UnknotDatabaseMode:
 * @UNKNOT_DATABASE_WRITE: every commit is on the disk when it returns
 * @UNKNOT_DATABASE_READ: what the file and its write-ahead log hold
 * @UNKNOT_DATABASE_FROZEN: what the file alone holds; nothing beside it is made, or needed
 * @UNKNOT_DATABASE_MEMORY: no file at all
 */
typedef enum
{
  UNKNOT_DATABASE_WRITE,
  UNKNOT_DATABASE_READ,
  UNKNOT_DATABASE_FROZEN,
  UNKNOT_DATABASE_MEMORY,
} UnknotDatabaseMode;

void             unknot_database_set_system_error (GError             **error,
                                                   const char          *path,
                                                   int                  system_errno);
UnknotDatabase  *unknot_database_open             (const char          *path,
                                                   UnknotDatabaseMode   mode,
                                                   GError             **error);
void             unknot_database_close            (UnknotDatabase      *self);
void             unknot_database_set_in_use       (UnknotDatabase      *self);
gboolean         unknot_database_execute          (UnknotDatabase      *self,
                                                   const char          *sql,
                                                   GError             **error);
void             unknot_database_enable_triggers  (UnknotDatabase      *self,
                                                   gboolean             enable);
gboolean         unknot_database_begin            (UnknotDatabase      *self,
                                                   GError             **error);
gboolean         unknot_database_end              (UnknotDatabase      *self,
                                                   gboolean             good,
                                                   GError             **error);
gboolean         unknot_database_fill_from       (UnknotDatabase      *self,
                                                  UnknotDatabase      *from,
                                                  GError             **error);
gboolean         unknot_database_get_number       (UnknotDatabase      *self,
                                                   const char          *sql,
                                                   gint64              *number,
                                                   GError             **error);
UnknotStatement *unknot_database_prepare          (UnknotDatabase      *self,
                                                   const char          *sql);
int              unknot_database_get_n_changes    (UnknotDatabase      *self);
void             unknot_statement_add_integer     (UnknotStatement     *self,
                                                   gint64               integer);
void             unknot_statement_add_positive    (UnknotStatement     *self,
                                                   gint64               integer);
void             unknot_statement_add_real        (UnknotStatement     *self,
                                                   double               real);
void             unknot_statement_add_text        (UnknotStatement     *self,
                                                   const char          *text);
void             unknot_statement_add_moment      (UnknotStatement     *self,
                                                   UnknotMoment        *moment);
gboolean         unknot_statement_step            (UnknotStatement     *self,
                                                   GError             **error);
gboolean         unknot_statement_run             (UnknotStatement     *self,
                                                   GError             **error);
gboolean         unknot_statement_insert          (UnknotStatement     *self,
                                                   gint64              *id,
                                                   GError             **error);
gint64           unknot_statement_take_integer    (UnknotStatement     *self);
gint64           unknot_statement_take_positive   (UnknotStatement     *self);
double           unknot_statement_take_real       (UnknotStatement     *self);
const char      *unknot_statement_take_text       (UnknotStatement     *self);
gboolean         unknot_statement_take_moment     (UnknotStatement     *self,
                                                   UnknotMoment       **moment,
                                                   GError             **error);
void             unknot_statement_finish          (UnknotStatement     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotDatabase, unknot_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotStatement, unknot_statement_finish)

G_END_DECLS
