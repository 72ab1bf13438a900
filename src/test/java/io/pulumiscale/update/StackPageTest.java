package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackPageTest {
    private static final String PAGE = "https://app.pulumi.com/acme/shop/prod";

    @Test
    void itIsTheOneOfTheStackAmongAll() {
        List<String> urls = List.of("https://app.pulumi.com/acme/shop/dev", PAGE, "https://app.pulumi.com/acme/x/prod");
        assertThat(StackPage.among(urls, "shop", "prod")).contains(URI.create(PAGE));
        assertThat(StackPage.among(urls, "shop", "acme/shop/prod")).contains(URI.create(PAGE));
        assertThat(StackPage.among(urls, "shop", "test")).isEmpty();
        assertThat(StackPage.among(List.of(PAGE + "/"), "shop", "prod")).contains(URI.create(PAGE));
    }

    @Test
    void ofSeveralOrganisationsTheStacksOwnCountsAndElseNone() {
        List<String> urls = List.of("https://app.pulumi.com/other/shop/prod", PAGE);
        assertThat(StackPage.among(urls, "shop", "acme/shop/prod")).contains(URI.create(PAGE));
        assertThat(StackPage.among(urls, "shop", "prod")).isEmpty();
    }

    @Test
    void aServerOfOnesOwnIsAsGood() {
        assertThat(StackPage.among(List.of("http://pulumi.intern:3000/acme/shop/prod"), "shop", "prod"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)//acme/shop/prod",
                "data:text/html,x/shop/prod",
                "file:///acme/shop/prod",
                "s3://bucket/shop/prod",
                "https://user:secret@app.pulumi.com/acme/shop/prod",
                "https://app.pulumi.com/acme/shop/prod?x=1",
                "https://app.pulumi.com/acme/shop/prod#x",
                "https://app.pulumi.com/acme/\"onclick=/shop/prod",
                "https:///shop/prod",
                "no url at all/shop/prod",
            })
    void whatIsNoPageIsNoLink(String url) {
        assertThat(StackPage.among(List.of(url), "shop", "prod")).isEmpty();
    }
}
