/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-error.h"

G_DEFINE_QUARK (styr - error - quark, styr_error)
