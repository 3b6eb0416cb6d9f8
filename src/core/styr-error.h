/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What the caller can do: mend the file (FORMAT), get a newer program (TOO_NEW), give another
 * value (VALUE). */
typedef enum
{
  STYR_ERROR_FORMAT,
  STYR_ERROR_TOO_NEW,
  STYR_ERROR_VALUE,
} StyrError;

#define STYR_ERROR (styr_error_quark ())
GQuark styr_error_quark (void);

G_END_DECLS
