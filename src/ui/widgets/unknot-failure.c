/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-failure"

#include "config.h"

#include "unknot-failure.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * unknot_failure_tell:
 * @widget: where it happened
 * @heading: what did not happen
 * @error: why, and what to do
 *
 * Tells of a failure in a dialog, which stays until it was read and cuts nothing.
 */
void
unknot_failure_tell (GtkWidget    *widget,
                     const char   *heading,
                     const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, widget);
}
