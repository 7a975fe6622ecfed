package org.prakat.common.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Shows the dead letters of a service over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(DeadLetterController.class)
public class DeadLetterConfiguration {}
