/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-backup.h"
#include "unknot-data-dialog.h"
#include "unknot-data-page.h"
#include "unknot-work-bar.h"

G_BEGIN_DECLS

struct _UnknotDataDialog
{
  AdwDialog parent_instance;

  UnknotDiary *diary;
  UnknotProgress *progress; /* nullable: of what is being done, where it can be stopped */
  UnknotImport *import;     /* nullable: what is planned … */
  char *names;              /* nullable: … and from which files */
  UnknotBackup *before;     /* nullable: the diary before it went back to another */
  GtkWidget *focus;         /* nullable, weak: what had the focus before the work */
  gboolean working;
  gboolean choosing;        /* files */
  gboolean closing;         /* as soon as the work is done */

  AdwToolbarView *toolbar_view;
  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  UnknotDataPage *data_page;
  UnknotWorkBar *work_bar;
};

/* What its parts do with it: out, in and back, one thing at a time. */
void     unknot_data_dialog_tell             (UnknotDataDialog  *self,
                                              const char        *message);
void     unknot_data_dialog_tell_failure     (UnknotDataDialog  *self,
                                              const char        *heading,
                                              const GError      *error);
gboolean unknot_data_dialog_begin_choosing   (UnknotDataDialog  *self);
gboolean unknot_data_dialog_end_choosing     (UnknotDataDialog  *self,
                                              const GError      *error);
void     unknot_data_dialog_begin_work       (UnknotDataDialog  *self,
                                              const char        *title,
                                              gboolean           can_stop);
void     unknot_data_dialog_end_work         (UnknotDataDialog  *self,
                                              const GError      *error);
gboolean unknot_data_dialog_is_gone          (UnknotDataDialog  *self);

void     unknot_data_dialog_install_export   (GtkWidgetClass    *widget_class);
void     unknot_data_dialog_install_import   (GtkWidgetClass    *widget_class);
void     unknot_data_dialog_install_backups  (GtkWidgetClass    *widget_class);
void     unknot_data_dialog_list_backups     (UnknotDataDialog  *self);
void     unknot_data_dialog_ask_to_go_back   (UnknotDataDialog  *self,
                                              UnknotBackup      *backup);

G_END_DECLS
