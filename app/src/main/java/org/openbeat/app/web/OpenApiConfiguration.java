package org.openbeat.app.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the JSON API says of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi(OpenbeatSettings settings) {
        return new OpenAPI()
                .info(new Info()
                        .title("Openbeat, " + settings.organisation())
                        .version("1")
                        .description("Refusals are problem details (RFC 9457); /problems explains their types.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url(settings.baseUrl())));
    }
}
