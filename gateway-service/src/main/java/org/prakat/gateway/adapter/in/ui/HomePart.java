package org.prakat.gateway.adapter.in.ui;

import org.prakat.common.domain.Identity;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.ui.Model;

/** What the home page shows to the people of one role: what waits for them. */
interface HomePart {

    boolean concerns(Identity who);

    /** The template that shows it, by its fragment {@code part}. */
    String template();

    /** Puts what the template needs into the model. */
    void fill(Caller caller, Model model);
}
