/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-element-list.h"

G_BEGIN_DECLS

/* The button that makes a new element of a list; asks for its name first where it has one. */
GtkWidget *styr_element_adder_new (StyrElementList *list);
void styr_element_adder_update (GtkWidget *adder);

G_END_DECLS
