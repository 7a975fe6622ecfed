# One service of Prakat: docker build --build-arg MODULE=request-service .

FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
# All services at once: the five images share this layer.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -ntp package -DskipTests -Djacoco.skip -Dspotless.check.skip \
      -pl request-service,approval-service,publishing-service,expiry-service,gateway-service -am

FROM eclipse-temurin:25-jre AS layers
ARG MODULE
COPY --from=build /source/${MODULE}/target/*-exec.jar /service.jar
RUN java -Djarmode=tools -jar /service.jar extract --layers --destination /layers --application-filename application.jar

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 prakat && useradd --uid 10001 --gid prakat --no-create-home --shell /usr/sbin/nologin prakat
WORKDIR /service
# What changes most comes last.
COPY deploy/image/ /usr/local/lib/prakat/
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
RUN /usr/local/lib/prakat/train.sh
USER 10001:10001
# The second is for health and metrics; it is published nowhere.
ENV SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9090
EXPOSE 8080 9090
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --start-interval=2s --retries=6 CMD ["/usr/local/lib/prakat/ready.sh"]
# JDK_JAVA_OPTIONS takes more options. Half of the memory is for the heap: what is outside of it (classes, compiled code, stacks) takes
# 240 MB. Out of memory, the service is better started anew than half alive. Replicas come and go: what a
# name stands for is not to be remembered for long.
ENTRYPOINT ["java", "-XX:AOTCache=application.aot", "-Dsun.net.inetaddr.ttl=2", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]
ARG MODULE
LABEL org.opencontainers.image.title="Prakat ${MODULE}" org.opencontainers.image.licenses="Apache-2.0"
