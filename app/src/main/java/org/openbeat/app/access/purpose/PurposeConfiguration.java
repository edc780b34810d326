package org.openbeat.app.access.purpose;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PurposeSettings.class)
class PurposeConfiguration {}
