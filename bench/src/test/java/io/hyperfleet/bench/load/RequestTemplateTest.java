package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {

  @Test
  void blanksAreFilledAndTheLengthIsThatOfTheFilledBody() {
    RequestTemplate template = RequestTemplate.post("/things/{id}", "{\"name\":\"{unique}\"}");

    assertThat(new String(template.fill(1, "j1-2"), StandardCharsets.US_ASCII))
        .isEqualTo(
            "POST /things/01900000-0001-7000-8000-000000000000 HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"name\":\"j1-2\"}");
  }

  @Test
  void aRequestWithoutBodyHasNoLength() {
    assertThat(new String(RequestTemplate.get("/").fill(1, ""), StandardCharsets.US_ASCII))
        .isEqualTo("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
}
